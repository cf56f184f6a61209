/** Counts what a campaign met, for its report. */
export interface Figures {
  count(what: string): void;
  get(what: string): number;
  /** One line per thing, sorted. */
  text(): string;
}

export function createFigures(): Figures {
  const counts = new Map<string, number>();
  return {
    count: (what) => void counts.set(what, (counts.get(what) ?? 0) + 1),
    get: (what) => counts.get(what) ?? 0,
    text: () =>
      [...counts]
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([what, n]) => `${String(n).padStart(7)}  ${what}`)
        .join('\n'),
  };
}
