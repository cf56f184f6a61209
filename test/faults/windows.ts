import type { InterfaceHolds } from '../../src/change/interfaceHolds';
import { createFileHolds } from '../../src/session/journal/interfaceHolds';

/** A window of VS Code, as far as others can see it: it holds interfaces until it lets go or dies. */
export interface Window {
  readonly holds: InterfaceHolds;
  /** From now on its process is gone, and whatever it holds is abandoned. */
  die(): void;
}

/** Opens windows that share one folder of holds. */
export interface Windows {
  open(): Window;
}

/**
 * Windows whose lock files are real and whose processes are made up, for a test cannot kill its own. Real ones are killed
 * in `kills/`.
 */
export function createWindows(folder: string): Windows {
  const living = new Set<number>();
  let lastPid = 0;
  return {
    open() {
      const pid = ++lastPid;
      living.add(pid);
      const holds = createFileHolds({
        folder,
        lookEveryMs: 1,
        owner: { id: `window-${pid}`, pid, host: 'this', start: 'known' },
        isAlive: (one) => living.has(one),
        startOf: () => Promise.resolve('known'),
      });
      return { holds, die: () => void living.delete(pid) };
    },
  };
}
