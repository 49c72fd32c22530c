// What lies on the desks when somebody first looks: open tickets in every state, one about to be due and one overdue.
import { writeTicketHistories } from '@daylight/api-tickets';
import { HOUR, MINUTE } from '@daylight/domain';
import { emptyStory, filled } from './history.mjs';
import { chance } from './random.mjs';
import { tell } from './story.mjs';

const waiting = (story, { first, ask: [question] }, luck) => {
  story.assign(story.within('FIRST_RESPONSE', 0.2, HOUR));
  story.say('PROVIDER', story.within('FIRST_RESPONSE', 0.4, HOUR), first);
  story.askAndWait(story.workingTime(luck.between(10, 40) * MINUTE), question);
};
const answered = (story, words, luck) => {
  waiting(story, words, luck);
  story.say('CLIENT', story.workingTime(25 * MINUTE), words.ask[1]);
};
const worked = (story, { first }) => {
  story.assign(story.within('FIRST_RESPONSE', 0.2, HOUR));
  story.say('PROVIDER', story.within('FIRST_RESPONSE', 0.5, HOUR), first);
};
const reportedOn = (story, words) => {
  worked(story, words);
  while (story.now + 100 * MINUTE < story.until) story.say('PROVIDER', story.now + 95 * MINUTE, words.update);
};
const routed = (story) => story.assign(story.now + 4 * MINUTE, { agent: null });
const untouched = () => undefined;
const resolved = (story, words) => {
  worked(story, words);
  story.say('PROVIDER', story.workingTime(50 * MINUTE), words.fix);
  story.act('PROVIDER', story.now, { kind: 'RESOLVE', code: 'FIXED' });
};
const scheduled = (story, words) => {
  worked(story, words);
  story.say('PROVIDER', story.now + 20 * MINUTE, words.plan);
  const until = story.until + 31 * HOUR;
  story.act('PROVIDER', story.now, { kind: 'SCHEDULE', reason: 'CLIENT_SCHEDULE', until, clientConsent: true });
};
const atSupplier = (story, words) => {
  worked(story, words);
  const wait = { status: 'WAITING_ON_THIRD_PARTY', reason: 'CLIENT_SUPPLIER', questionMessageId: null };
  story.act('PROVIDER', story.workingTime(30 * MINUTE), { kind: 'WAIT', ...wait, caseNumber: 'SR-482117' });
};

/** `ago`: minutes on the wall; `workingAgo`: minutes of service hours; `words`: which template; `then`: what happened since. */
export const LIVE = {
  HBP: [
    { words: 2, ago: 24, then: routed }, // P2, first response due in six minutes
    { words: 0, workingAgo: 205, then: untouched }, // P3, first response missed
    { words: 10, workingAgo: 60, then: untouched },
    { words: 4, workingAgo: 300, then: waiting },
    { words: 6, workingAgo: 480, then: answered },
    { words: 9, workingAgo: 700, then: worked },
    { words: 5, workingAgo: 900, then: scheduled },
    { words: 7, workingAgo: 240, then: resolved },
    { words: 11, ago: 50, then: worked },
  ],
  DDC: [
    { words: 3, ago: 430, then: reportedOn }, // P2, restore due within the hour
    { words: 1, workingAgo: 130, then: routed },
    { words: 4, workingAgo: 600, then: waiting },
    { words: 6, workingAgo: 1100, then: atSupplier },
    { words: 8, workingAgo: 90, then: untouched },
    { words: 2, workingAgo: 350, then: resolved },
  ],
  NLF: [
    { words: 1, workingAgo: 200, then: worked },
    { words: 3, workingAgo: 150, then: waiting },
    { words: 9, workingAgo: 500, then: untouched },
    { words: 2, ago: 70, then: answered },
  ],
};

/** Writes the open tickets of a client; returns their stories. */
export async function writeLive(tx, client, now) {
  const luck = chance(client.seed + 1);
  const cast = (...about) => ({ ...client.cast(...about), requester: client.requester });
  const stories = [];
  for (const plan of LIVE[client.prefix]) {
    const words = filled(luck, client.words.fill, client.words.templates[plan.words]);
    const at = openedAt(client, plan, now);
    const story = await emptyStory(tx, { ...client, cast }, { luck, words, at, now });
    stories.push(
      tell(story, () => {
        story.open(at, words);
        plan.then(story, words, luck);
      }),
    );
  }
  await writeTicketHistories(
    tx,
    stories.map((story) => story.history()),
  );
  return stories;
}

function openedAt({ hours }, { ago, workingAgo }, now) {
  if (ago !== undefined) return now - ago * MINUTE;
  return hours.subtract(now, workingAgo * MINUTE);
}
