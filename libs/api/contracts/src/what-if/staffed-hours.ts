import { knownCalendars } from '@daylight/api-calendars';
import type { Tx } from '@daylight/api-database';
import type { CompiledCalendar, LocalizedText, Terms } from '@daylight/domain';

/** The hours in which people are at work by some terms: the weekly ones that most targets are counted in. */
export async function staffedHours(
  tx: Tx,
  terms: Terms,
): Promise<{ readonly name: LocalizedText; readonly calendar: CompiledCalendar }> {
  const { calendars, policies } = terms;
  const targets = policies.flatMap((policy) => policy.targets);
  const used = (id: string): number => targets.filter(({ calendarId }) => calendarId === id).length;
  const weekly = calendars.filter(({ kind }) => kind === 'WEEKLY').sort((a, b) => used(b.id) - used(a.id));
  // Terms have a calendar at least: they were parsed.
  const document = weekly[0] ?? calendars[0];
  if (document === undefined) throw new RangeError('terms without service hours');
  const calendarOf = await knownCalendars(tx, terms, tx.now);
  return { name: document.name, calendar: calendarOf(document.id, tx.now) };
}
