/**
 * An id that sorts after every other and can be a file name: the time, or the moment after the newest known one when
 * the clock says less, and a suffix that makes it unique. `now` in epoch ms.
 */
export function nextEntryId(now: number, newest: string | undefined, suffix: string): string {
  const time = Math.max(now, timeOf(newest) + 1);
  return `${new Date(time).toISOString().replaceAll(/[-:.]/g, '')}-${suffix.slice(0, 8)}`;
}

/** True for the ids made here. */
export function isEntryId(id: string): boolean {
  return timeOf(id) >= 0;
}

function timeOf(id: string | undefined): number {
  const [, year, month, day, hour, minute, second, ms] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-/.exec(id ?? '') ?? [];
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`);
  // The last day before years of five digits, which sort otherwise, is nobody's.
  return Number.isNaN(time) || year === '9999' ? -1 : time;
}
