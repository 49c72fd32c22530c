const DAY = 86_400_000;
const WEEK = 7;

const utc = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The month before or after `YYYY-MM`. */
export function turnMonth(month: string, by: number): string {
  const start = new Date(utc(`${month}-01`));
  start.setUTCMonth(start.getUTCMonth() + by);
  return dateOf(start.getTime()).slice(0, 7);
}

/** The weeks of a month, Sunday first; days of its neighbours are null. */
export function monthGrid(month: string): readonly (readonly (string | null)[])[] {
  const first = utc(`${month}-01`);
  const length = (utc(`${turnMonth(month, 1)}-01`) - first) / DAY;
  const lead = new Date(first).getUTCDay();
  const weeks = Math.ceil((lead + length) / WEEK);
  return Array.from({ length: weeks }, (_none, week) =>
    Array.from({ length: WEEK }, (_blank, weekday) => {
      const day = week * WEEK + weekday - lead;
      return day < 0 || day >= length ? null : dateOf(first + day * DAY);
    }),
  );
}
