/** STS keys live 10 minutes to 12 hours (createSTS, `durationSec` 600 … 43200). */
const mostMinutes = 720;

/**
 * When temporary keys end, in epoch ms: from minutes (1 … 720), from epoch ms, or from a date such as the `expireTime` that
 * STS answers (`2026-01-05T14:22:07+0900` has no colon in its offset). Undefined for anything else and for the past.
 */
export function parseExpiry(text: string, now: number): number | undefined {
  const trimmed = text.trim();
  const number = /^\d+$/.test(trimmed) ? Number(trimmed) : undefined;
  const at =
    number === undefined
      ? Date.parse(trimmed.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
      : number > 1e12
        ? number
        : number <= mostMinutes
          ? now + number * 60_000
          : Number.NaN;
  return at > now ? at : undefined;
}
