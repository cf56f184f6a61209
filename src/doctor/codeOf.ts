/** The code of a system or TLS error. Messages are left out: they may quote what was sent. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'UNKNOWN';
  const { code, name } = error as { readonly code?: unknown; readonly name?: unknown };
  if (typeof code === 'string') return code;
  if (name === 'TimeoutError') return 'ETIMEDOUT';
  return name === 'AbortError' ? 'ABORT_ERR' : 'UNKNOWN';
}
