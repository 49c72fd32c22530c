// The days on which nobody started the demo: tickets arrived, the desks went on. Appended before the worker (decision 27).
import { statement } from '@daylight/api-database';
import { systemClock } from '@daylight/api-platform';
import { ReplyToTicket } from '@daylight/api-tickets';
import { addDays, DAY, HOUR, localDateOf, startOfLocalDate } from '@daylight/domain';
import { CLIENTS } from './clients.mjs';
import { connect } from './connections.mjs';
import { writeHistory } from './history.mjs';
import { writeLive } from './live.mjs';
import { recall } from './recall.mjs';
import { aboutClient } from './seed.mjs';
import { armTimers } from './timers.mjs';

const MOST_DAYS = 14;
/** When a day's desk work is done, by the local clock. */
const EVENING = 17 * HOUR;
const SAYINGS = {
  ko: {
    fixed: '조치를 마쳤습니다. 정상 동작하는지 확인 부탁드립니다.',
    answer: '확인했습니다. 말씀하신 대로 진행해 주세요.',
  },
  en: { fixed: 'This is done. Please check that everything works for you.', answer: 'Checked, please go ahead.' },
};
const LEFT_OVER = statement(
  'demo-left-over',
  `select ticket_id, status, assignee_id, requester_id from ticket
   where provider_id = $1 and tenant_id = $2 and status in ('NEW', 'OPEN', 'WAITING_ON_CLIENT') and updated_at < $3
   order by opened_at, ticket_id`,
);

/**
 * Appends what the demo's clients and staff did since its last ticket, once a local midnight has passed since: at most
 * 14 days; after a longer absence it changes nothing and offers a reset. Returns the number of days appended.
 */
export async function catchUp({ urls, log, now = systemClock.now() }) {
  const demo = await recall(urls.ownerUrl);
  if (demo === null) return 0;
  const missed = CLIENTS.map((client) => ({ client, days: missedDays(client, demo, now) }));
  const most = Math.max(...missed.map(({ days }) => days.length));
  if (most > MOST_DAYS) {
    log(`the demo ends ${most} days ago: npm run db:reset loads one that ends today`);
    return 0;
  }
  if (most === 0) return 0;
  const daylight = await connect(urls, now);
  try {
    for (const { client, days } of missed.filter((one) => one.days.length > 0)) {
      await append(daylight, aboutClient(client, { ...demo, now }), {
        days,
        from: demo.lastAt[client.prefix] + 1,
        now,
      });
    }
  } finally {
    await daylight.close();
  }
  log(`the demo went on: ${most} ${most === 1 ? 'day' : 'days'} appended`);
  return most;
}

/** Local dates from the one of the last ticket up to yesterday. */
function missedDays({ prefix, zone }, { lastAt }, now) {
  if (lastAt[prefix] === undefined) return [];
  const days = [];
  const today = localDateOf(zone, now);
  for (let date = localDateOf(zone, lastAt[prefix]); date < today; date = addDays(date, 1)) days.push(date);
  return days;
}

async function append(daylight, about, { days, from, now }) {
  for (const date of days) await workOff(daylight, about, startOfLocalDate(about.zone, date) + EVENING);
  daylight.clock.set(now);
  const fresh = { ...about, seed: about.seed + Math.floor(now / DAY) };
  await daylight.asSystem(about.scope, async (tx) => {
    const told = await writeHistory(tx, fresh, { from, now });
    await armTimers(tx, [...told, ...(await writeLive(tx, fresh, now))], now);
  });
}

/** At `at`: what has lain since the day before is solved, questions put to the client are answered. */
async function workOff(daylight, { scope, language, requester, agent }, at) {
  daylight.clock.set(at);
  const { fixed, answer } = SAYINGS[language];
  const say = { visibility: 'PUBLIC', question: false, automatic: false, fileIds: [], thenWait: null };
  await daylight.asSystem(scope, async (tx) => {
    const tickets = await tx.query(LEFT_OVER, [scope.providerId, scope.tenantId, new Date(at - DAY)]);
    for (const { ticket_id: ticketId, status, assignee_id: assignee, requester_id: asker } of tickets) {
      const theirs = status === 'WAITING_ON_CLIENT';
      const outcome = await new ReplyToTicket().run(tx, {
        ...{ ticketId, expectedVersion: null, ...say },
        ...(theirs ? { body: answer, thenResolve: null } : { body: fixed, thenResolve: 'FIXED' }),
        actor: theirs
          ? { side: 'CLIENT', userId: asker ?? requester }
          : { side: 'PROVIDER', userId: assignee ?? agent },
      });
      if (outcome.kind !== 'changed') throw new Error(`the demo's reply was refused: ${JSON.stringify(outcome)}`);
    }
  });
}
