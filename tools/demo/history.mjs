// Months of ordinary days of one client: when tickets arrive, who takes them, which of them were one and the same.
import { bindAt, writeTicketHistories } from '@daylight/api-tickets';
import { addDays, HOUR, localDateOf, localParts, startOfLocalDate } from '@daylight/domain';
import { plotOf, twinPlot } from './plots.mjs';
import { chance } from './random.mjs';
import { tell, TicketStory } from './story.mjs';

/** Arrivals by local hour: a morning peak, a lunch dip, an afternoon, a thin night. */
const BY_HOUR = [1, 1, 1, 1, 1, 1, 2, 5, 14, 30, 28, 20, 9, 18, 22, 18, 14, 9, 5, 3, 2, 2, 2, 1];
/** Monday first. */
const BY_WEEKDAY = [1.35, 1.1, 1, 1, 1.05, 0.22, 0.15];
const OFFICE_HOURS_BEGIN = 8;
const OFFICE_HOURS_END = 19;

/** Arrivals of one local date, in order. */
function arrivals(luck, { zone, perDay }, date) {
  const start = startOfLocalDate(zone, date);
  const expected = perDay * BY_WEEKDAY[localParts(zone, start).weekday];
  const count = Math.floor(expected) + (luck.happens(expected % 1) ? 1 : 0);
  const hours = BY_HOUR.map((weight, hour) => ({ weight, hour }));
  return Array.from({ length: count }, () => {
    const { hour } = luck.weighted(hours, ({ weight }) => weight);
    return { at: start + hour * HOUR + Math.floor(luck.next() * HOUR), hour };
  }).sort((a, b) => a.at - b.at);
}

function wordsFor(luck, { words }, hour) {
  const atNight = hour < OFFICE_HOURS_BEGIN || hour >= OFFICE_HOURS_END;
  const fitting = words.templates.filter(({ type, night = false }) =>
    atNight ? type === 'INCIDENT' || type === 'SECURITY_INCIDENT' : !night || luck.happens(0.2),
  );
  const template = luck.weighted(fitting, ({ weight }) => weight);
  return filled(luck, words.fill, template);
}

/** The template with its gaps filled; the same gap the same everywhere. */
export function filled(luck, fill, template) {
  const chosen = Object.fromEntries(Object.entries(fill).map(([gap, values]) => [gap, luck.pick(values)]));
  const put = (text) => text.replaceAll(/\{(\w+)\}/g, (whole, gap) => chosen[gap] ?? whole);
  const texts = ['subject', 'text', 'first', 'update', 'plan', 'fix'].filter((key) => template[key] !== undefined);
  const changed = Object.fromEntries(texts.map((key) => [key, put(template[key])]));
  return { ...template, ...changed, ...(template.ask === undefined ? {} : { ask: template.ask.map(put) }) };
}

/**
 * Writes the tickets that arrived in `[from, now)`, told up to `now`, and returns their stories. In a transaction of the system's for one client.
 * `client`: tenantId, zone, language, perDay, seed, words, services (ids by code), cast.
 */
export async function writeHistory(tx, client, { from, now }) {
  const luck = chance(client.seed);
  const stories = [];
  for (let date = localDateOf(client.zone, from); startOfLocalDate(client.zone, date) < now; date = addDays(date, 1)) {
    for (const { at, hour } of arrivals(luck, client, date)) {
      const words = wordsFor(luck, client, hour);
      if (at < from || at >= now) continue;
      const ground = { luck, words, at, now };
      if (luck.happens(0.02) && !words.scheduled) stories.push(...(await twins(tx, client, ground)));
      else stories.push(await storyOf(tx, client, ground));
    }
  }
  const histories = stories.map((story) => story.history());
  for (let done = 0; done < histories.length; done += 250)
    await writeTicketHistories(tx, histories.slice(done, done + 250));
  return stories;
}

async function storyOf(tx, client, { luck, words, at, now }) {
  const story = await emptyStory(tx, client, { luck, words, at, now });
  return tell(story, plotOf(words, at, { luck, language: client.language }));
}

/** A story that has yet to be told, under the terms in force at its opening. */
export async function emptyStory(tx, { tenantId, services, cast }, { luck, words, at, now }) {
  const law = await bindAt(tx, { tenantId, serviceItemId: services[words.service].id, at });
  return new TicketStory({ tenantId, law, cast: cast(luck, words.service), words, until: now });
}

/** The same thing reported twice: the second ticket is merged into the first. */
async function twins(tx, client, { luck, words, at, now }) {
  const [survivor, duplicate] = [
    await emptyStory(tx, client, { luck, words, at, now }),
    await emptyStory(tx, client, { luck, words, at, now }),
  ];
  tell(survivor, twinPlot(words, at, duplicate, { luck, language: client.language }));
  return [survivor, duplicate].filter(({ log }) => log.length > 0);
}
