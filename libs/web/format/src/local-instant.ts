const MINUTE = 60_000;
const WALL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/;

/** The wall clock of `zone` at an instant, read as if it were UTC (ms). */
function wallAt(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
}

/**
 * What somebody chose in `<input type="datetime-local">`, as an instant (ISO 8601) in their zone; null when it isn't
 * complete. Within the hour that a clock change skips, the hour after.
 */
export function instantOf(wall: string, zone: string): string | null {
  const match = WALL.exec(wall);
  if (match === null) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = match.slice(1).map(Number);
  const wanted = Date.UTC(year, month - 1, day, hour, minute);
  let at = wanted;
  // Twice: the first guess may lie on the other side of a clock change.
  for (let turn = 0; turn < 2; turn += 1) at += wanted - wallAt(at, zone);
  return new Date(at).toISOString();
}

/** The wall clock of `zone` at an instant (ms), as `<input type="datetime-local">` wants it. */
export const wallClock = (at: number, zone: string): string =>
  new Date(Math.floor(wallAt(at, zone) / MINUTE) * MINUTE).toISOString().slice(0, 16);
