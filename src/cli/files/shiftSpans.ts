/**
 * The same data with every span in it moved: what several files declare together is checked as one, and each offset still tells
 * which of them it is in.
 */
export function shiftSpans<T>(value: T, by: number): T {
  return shifted(value, by) as T;
}

function shifted(value: unknown, by: number): unknown {
  if (Array.isArray(value)) return value.map((one) => shifted(one, by));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => {
    const isOffset = (key === 'start' || key === 'end') && typeof one === 'number';
    return [key, isOffset ? one + by : shifted(one, by)];
  });
  return Object.fromEntries(entries) as unknown;
}
