/** How often the extension is asked whether it is there, and how long its answer may take (ms). */
const everyMs = 5_000;
const patienceMs = 4_000;

/**
 * Asks the extension again and again whether it is there: one that was killed closes no page, and what the page shows would
 * pass for what is so. `onChange` is told when that changes: of the time (epoch ms) until which the page was live, or of
 * undefined when it is live again. Gives what has to be called for every message.
 */
export function watchHeartbeat(ask: () => void, onChange: (liveUntil: number | undefined) => void): () => void {
  let heardAt = Date.now();
  let isLost = false;
  setInterval(() => {
    ask();
    const askedAt = Date.now();
    setTimeout(() => {
      if (heardAt >= askedAt || isLost) return;
      isLost = true;
      onChange(heardAt);
    }, patienceMs);
  }, everyMs);
  return () => {
    heardAt = Date.now();
    if (isLost) onChange(undefined);
    isLost = false;
  };
}
