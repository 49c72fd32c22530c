// The demo: one provider, three clients with months of tickets behind them and a desk full of open ones.
import { compileCalendar, DAY } from '@daylight/domain';
import { systemClock } from '@daylight/api-platform';
import { withClient } from '../database/connection.mjs';
import { agentOf, castOf, requesterOf } from './cast.mjs';
import { makeAvailability, makePastOutages } from './availability.mjs';
import { makeCatalogue } from './catalogue.mjs';
import { CLIENTS } from './clients.mjs';
import { connect } from './connections.mjs';
import { makeContracts, makeNegotiations } from './contracts.mjs';
import { makeEscalation } from './escalation.mjs';
import { writeHistory } from './history.mjs';
import { makeIntake } from './intake.mjs';
import { writeLive } from './live.mjs';
import { makePeople } from './people.mjs';
import { historyFrom } from './quarters.mjs';
import { makeReviews } from './reviews.mjs';
import { actToday } from './today.mjs';
import { armTimers } from './timers.mjs';

/**
 * Loads the demo into an empty database, relative to `now` (decision 27): through the product's use cases and decisions.
 * `log(line)` is told what goes on. Refuses in production.
 */
export async function seedDemo({ urls, log, now = systemClock.now(), env = process.env }) {
  if (env.NODE_ENV === 'production') throw new Error('The demo is not for production.');
  const daylight = await connect(urls, now);
  try {
    log('people: a provider, its teams, four clients');
    const world = await makePeople(daylight);
    log('services, service hours and public holidays');
    daylight.clock.set(now - 800 * DAY);
    const services = await makeCatalogue(daylight, world);
    log('contracts, agreed by both sides');
    const hanbit = await makeContracts(daylight, world, services, now);
    const claimed = await makePastOutages(daylight, world, services, now);
    await forgetOldNews(urls);
    daylight.clock.set(now);
    await makeNegotiations(daylight, world, services, { hanbit, now });
    for (const client of CLIENTS) await seedTickets(daylight, { client, world, services, now, log });
    log('whom to call, and who is on call');
    await makeEscalation(daylight, world, now);
    log('the last quarter’s reviews');
    await makeReviews(daylight, world, now);
    await actToday(daylight, world);
    log('alerts and mail that nobody has looked at');
    await makeIntake(daylight, world, services, now);
    log('outages, planned work, and a credit that waits for its answer');
    await makeAvailability(daylight, world, services, { claimed, now });
  } finally {
    await daylight.close();
  }
}

/** What was agreed long ago isn't news: nobody is told of it on the first day. */
async function forgetOldNews({ ownerUrl }) {
  await withClient(ownerUrl, (client) => client.query(`delete from job where queue = 'outbox'`));
}

async function seedTickets(daylight, { client, world, services, now, log }) {
  const about = aboutClient(client, { world, services, now });
  const { past, open, timers } = await daylight.asSystem(about.scope, async (tx) => {
    const told = await writeHistory(tx, about, { from: historyFrom(client.zone, now), now });
    const live = await writeLive(tx, about, now);
    return { past: told.length, open: live.length, timers: await armTimers(tx, [...told, ...live], now) };
  });
  log(`${client.prefix}: ${past} tickets of the last months, ${open} of today, ${timers} timers`);
}

/** A client of `CLIENTS` with what its histories are written from. */
export function aboutClient(client, { world, services, now }) {
  const tenantId = world.tenants[client.prefix];
  return {
    ...{ ...client, tenantId, services, scope: { providerId: world.providerId, tenantId } },
    hours: compileCalendar(client.hours, [], now),
    ...{ cast: castOf(client.prefix, world), requester: requesterOf(client.prefix, world) },
    agent: agentOf(client.prefix, world),
  };
}
