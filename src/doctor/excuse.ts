import type { Target } from './target';

/** Why a plain socket's failure is no failure of the extension; undefined when it is one. */
export async function excuse({ route, reach }: Target): Promise<'leftToProxy' | 'reachedOtherwise' | undefined> {
  if (route.kind === 'proxy') return 'leftToProxy';
  return (await reach).ok ? 'reachedOtherwise' : undefined;
}
