// The demo: one provider, three clients with months of tickets behind them and a desk full of open ones.
import { compileCalendar, DAY } from '@daylight/domain';
import { systemClock } from '@daylight/api-platform';
import { withClient } from '../database/connection.mjs';
import { castOf, requesterOf } from './cast.mjs';
import { HOURS, makeCatalogue } from './catalogue.mjs';
import { connect } from './connections.mjs';
import { makeContracts, makeNegotiations } from './contracts.mjs';
import { writeHistory } from './history.mjs';
import { writeLive } from './live.mjs';
import { makePeople } from './people.mjs';
import { historyFrom } from './quarters.mjs';
import { makeReviews } from './reviews.mjs';
import { actToday } from './today.mjs';
import { armTimers } from './timers.mjs';
import * as ddc from './words/ddc.mjs';
import * as hbp from './words/hbp.mjs';
import * as nlf from './words/nlf.mjs';

const CLIENTS = [
  { prefix: 'HBP', zone: 'Asia/Seoul', language: 'ko', perDay: 2.1, seed: 11, words: hbp, hours: HOURS.seoul },
  { prefix: 'DDC', zone: 'Asia/Seoul', language: 'ko', perDay: 1.7, seed: 29, words: ddc, hours: HOURS.seoulLong },
  {
    prefix: 'NLF',
    zone: 'Europe/Stockholm',
    language: 'en',
    perDay: 1.1,
    seed: 37,
    words: nlf,
    hours: HOURS.stockholm,
  },
];

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
    await forgetOldNews(urls);
    daylight.clock.set(now);
    await makeNegotiations(daylight, world, services, { hanbit, now });
    for (const client of CLIENTS) await seedTickets(daylight, { client, world, services, now, log });
    log('the last quarter’s reviews');
    await makeReviews(daylight, world, now);
    await actToday(daylight, world);
  } finally {
    await daylight.close();
  }
}

/** What was agreed long ago isn't news: nobody is told of it on the first day. */
async function forgetOldNews({ ownerUrl }) {
  await withClient(ownerUrl, (client) => client.query(`delete from job where queue = 'outbox'`));
}

async function seedTickets(daylight, { client, world, services, now, log }) {
  const tenantId = world.tenants[client.prefix];
  const hours = compileCalendar(client.hours, [], now);
  const cast = { cast: castOf(client.prefix, world), requester: requesterOf(client.prefix, world) };
  const about = { ...client, tenantId, services, hours, ...cast };
  const { past, open, timers } = await daylight.asSystem({ providerId: world.providerId, tenantId }, async (tx) => {
    const told = await writeHistory(tx, about, { from: historyFrom(client.zone, now), now });
    const live = await writeLive(tx, about, now);
    return { past: told.length, open: live.length, timers: await armTimers(tx, [...told, ...live], now) };
  });
  log(`${client.prefix}: ${past} tickets of the last months, ${open} of today, ${timers} timers`);
}
