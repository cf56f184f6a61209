import type { Target } from './target';

/** The code of a system or TLS error. Messages are left out: they may quote what was sent. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'UNKNOWN';
  const { code, name } = error as { readonly code?: unknown; readonly name?: unknown };
  if (typeof code === 'string') return code;
  if (name === 'TimeoutError') return 'ETIMEDOUT';
  return name === 'AbortError' ? 'ABORT_ERR' : 'UNKNOWN';
}

/** Why a plain socket's failure is no failure of the extension; undefined when it is one. */
export async function excuse({ route, reach }: Target): Promise<'leftToProxy' | 'reachedOtherwise' | undefined> {
  if (route.kind === 'proxy') return 'leftToProxy';
  return (await reach).ok ? 'reachedOtherwise' : undefined;
}
