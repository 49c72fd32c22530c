import { statement, timestamp, type Tx, type UnitOfWork } from '@daylight/api-database';
import { newToken, tokenHash, type StaffScope } from '@daylight/api-platform';
import { DAY, shifts, type Instant, type Language, type OnCallSchedule } from '@daylight/domain';
import ical from 'ical-generator';

const RENEW = statement(
  'on-call-feed-renew',
  `insert into on_call_feed (provider_id, person_id, token_hash, created_at) values ($1, $2, $3, $4)`,
);
const END = statement('on-call-feed-end', 'delete from on_call_feed where provider_id = $1 and person_id = $2');
const OWN = statement<{ created_at: Instant }>(
  'on-call-feed-own',
  'select created_at from on_call_feed where provider_id = $1 and person_id = $2',
);

/** How far back and ahead a calendar shows shifts. */
const BACK = 30 * DAY;
const AHEAD = 180 * DAY;

/** Gives the reader a new secret calendar address; the one before no longer works. */
export async function renewFeed(tx: Tx<StaffScope>, origin: string) {
  const token = newToken();
  const { providerId, personId } = tx.scope;
  // Not an upsert: that would have to read the hash, which the application's role can't.
  await tx.query(END, [providerId, personId]);
  await tx.query(RENEW, [providerId, personId, tokenHash(token), timestamp(tx.now)]);
  return { __typename: 'OnCallFeedRenewed', url: `${origin.replace(/\/+$/, '')}/on-call/${token}.ics` } as const;
}

export async function ownFeed(tx: Tx<StaffScope>): Promise<{ readonly createdAt: Instant | null }> {
  const [row] = await tx.query(OWN, [tx.scope.providerId, tx.scope.personId]);
  return { createdAt: row?.created_at ?? null };
}

interface FeedRow {
  readonly person_id: string;
  readonly language: Language;
  readonly documents: readonly OnCallSchedule[];
}

/** The shifts of whoever a calendar address belongs to, as iCalendar (RFC 5545); null: no such address. */
export async function feedOf(uow: UnitOfWork, token: string, now: Instant): Promise<string | null> {
  const text = 'select person_id, language, documents from on_call_feed_open($1)';
  const { rows } = await uow.withoutScope((client) => client.query<FeedRow>(text, [tokenHash(token)]));
  const [row] = rows;
  return row === undefined ? null : calendarText(row, now);
}

function calendarText({ person_id: personId, language, documents }: FeedRow, now: Instant): string {
  const name = language === 'ko' ? '온콜(당직)' : 'On call';
  const calendar = ical({ name, prodId: { company: 'Daylight', product: 'On call' } });
  for (const schedule of documents) {
    const own = shifts(schedule, now - BACK, now + AHEAD).filter((shift) => shift.personId === personId);
    for (const { from, to } of own) {
      calendar.createEvent({
        id: `${schedule.id}-${from}@daylight`,
        start: new Date(from),
        end: new Date(to),
        stamp: new Date(now),
        summary: `${name}: ${schedule.name[language]}`,
      });
    }
  }
  return calendar.toString();
}
