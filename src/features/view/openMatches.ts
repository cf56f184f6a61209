import type { CommandContext } from '../commandContext';

/** With more interfaces than these a list is not read but narrowed down. */
const most = 50;
/** Rows that are opened for them. */
const mostRows = 10;

/** Opens the rows that hold what a filter leaves. */
export interface Opener {
  /** So many interfaces are shown now; what was begun before is given up. 0 opens nothing. */
  open(shown: number): void;
}

/** Opens rows of the Network view, from the last to the first, so that the first one stays in sight. The focus stays where it is. */
export function createOpener({ tree, view }: Pick<CommandContext, 'tree' | 'view'>): Opener {
  let newest = 0;
  const openAll = async (asked: number): Promise<void> => {
    for (const node of (await tree.holders(mostRows)).toReversed()) {
      if (asked !== newest || !view.visible) return;
      await view.reveal(node, { select: false, focus: false, expand: true });
    }
  };
  return {
    open(shown) {
      const asked = ++newest;
      // A row that went meanwhile cannot be opened, and need not be.
      if (shown > 0 && shown <= most && view.visible) void openAll(asked).catch(() => undefined);
    },
  };
}
