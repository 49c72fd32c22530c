import type { UnitOfWork } from '@daylight/api-database';

/** Messages taken away in one statement: each is up to 35 MB. */
const MAILS_AT_ONCE = 200;

/** What has had its day besides mail: spent links, ended sessions, counters of past windows, kept answers, bodies read. */
const STATEMENTS = [
  'select identity_purge()',
  'select idempotency_purge()',
  'select intake_purge()',
  'select channel_purge()',
  'select arm_nightly_checks(), arm_coverage_checks()',
];

/** Raw mail that was settled more than `days` ago; until a round finds less than it may take. */
async function purgeRawMail(work: UnitOfWork, days: number): Promise<void> {
  const text = 'select mail_raw_purge($1, $2) as gone';
  for (;;) {
    const { rows } = await work.withoutScope((client) => client.query<{ gone: number }>(text, [days, MAILS_AT_ONCE]));
    if ((rows[0]?.gone ?? 0) < MAILS_AT_ONCE) return;
  }
}

/**
 * Takes away what has had its day and arms the checks of the night. `mailDays`: how long a message is kept byte by byte once
 * its mail is settled. One that fails keeps none of the others from its turn; throws the first failure in the end.
 */
export async function purge(work: UnitOfWork, mailDays: number): Promise<void> {
  const rounds = STATEMENTS.map((text) => () => work.withoutScope((client) => client.query(text)));
  const failures: unknown[] = [];
  for (const round of [...rounds, () => purgeRawMail(work, mailDays)]) {
    try {
      await round();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
