// How tickets go: mostly well, now and then late, asked back, reopened, withdrawn.
import { DAY, HOUR, MINUTE } from '@daylight/domain';

const AUTO_CLOSE_DAYS = 7;
const SAYINGS = {
  ko: {
    again: '조치해 주신 뒤 하루는 괜찮았는데 오늘 다시 같은 증상이 나타났습니다. 재확인 부탁드립니다.',
    sorry: '불편을 드려 죄송합니다. 다시 확인하고 있습니다.',
    fixedAgain: '설정 하나가 재기동 때 되돌아간 것이 원인이었습니다. 영구 반영했고 재기동 후에도 유지됩니다.',
    note: '작업 메모: 지난달 같은 장비에서 유사 증상. 당시 기록 참고.',
    notNeeded: '내부에서 해결되어 요청을 취소합니다.',
    supplier: '장비 제조사에 기술 지원을 요청했습니다. 회신을 받는 대로 알려 드리겠습니다.',
    underway: '계속 확인하고 있습니다. 진행 상황이 있으면 바로 알려 드리겠습니다.',
    noted: '말씀 감사합니다. 반영해 진행하겠습니다.',
  },
  en: {
    again: 'It was fine for a day, but the same thing happened again today. Could you have another look?',
    sorry: 'Sorry about that, we are on it again.',
    fixedAgain: 'A setting had been lost with a restart. It is permanent now and survived another restart.',
    note: 'Note: same device, similar symptom last month. See that ticket.',
    notNeeded: 'Solved on our side, we withdraw the request.',
    supplier: 'We have opened a case with the vendor and will let you know as soon as they answer.',
    underway: 'Still working on it; we will write as soon as there is news.',
    noted: 'Thanks, that helps. Going on with it.',
  },
};

/** A plot for a ticket from these words, opened at `at`. `luck` decides what becomes of it. */
export function plotOf(words, at, { luck, language }) {
  const say = SAYINGS[language];
  return (story) => {
    const channel = words.night
      ? 'PHONE'
      : luck.weighted(
          [
            ['PORTAL', 7],
            ['EMAIL', 2],
            ['PHONE', 1],
          ],
          ([, n]) => n,
        )[0];
    story.open(at, { ...words, channel });
    if (!isGrave(story) && luck.happens(0.025)) return void withdraw(story, say);
    begin(story, words, { luck, say });
    if (words.scheduled) schedule(story, words, luck);
    else if (words.ask !== undefined && luck.happens(0.5)) askBack(story, words, { luck, say });
    else if (!isGrave(story) && luck.happens(0.05)) askSupplier(story, { luck, say });
    finish(story, words, { luck, say });
    if (luck.happens(0.05)) reopen(story, { luck, say });
    close(story, luck);
  };
}

/** Reported twice within the hour; whoever takes the first ticket merges the second into it. */
export function twinPlot(words, at, duplicate, { luck, language }) {
  const say = SAYINGS[language];
  return (story) => {
    story.open(at, words);
    duplicate.open(at + luck.between(5, 40) * MINUTE, { ...words, channel: 'EMAIL' });
    story.now = duplicate.now;
    begin(story, words, { luck, say });
    merge(duplicate, story);
    finish(story, words, { luck, say });
    close(story, luck);
  };
}

function merge(duplicate, survivor) {
  const partner = ({ ticketId, tenantId, state }) => ({ ticketId, tenantId, state });
  const name = ({ ticketId, tenantId }) => ({ ticketId, tenantId });
  const [first, second] = [partner(survivor), partner(duplicate)];
  duplicate.act('PROVIDER', survivor.now, { kind: 'MERGE_INTO', self: name(duplicate), survivor: first });
  survivor.act('PROVIDER', survivor.now, { kind: 'ABSORB', self: name(survivor), duplicate: second });
}

function withdraw(story, say) {
  story.say('CLIENT', story.workingTime(40 * MINUTE), say.notNeeded);
  story.act('CLIENT', story.now, { kind: 'CANCEL' });
}

function begin(story, { first }, { luck, say }) {
  const ratio = luck.happens(0.05) ? luck.between(1.05, 1.7) : luck.between(0.1, 0.85);
  const assignedAt = story.within('FIRST_RESPONSE', ratio * 0.6, 90 * MINUTE);
  const answeredAt = story.within('FIRST_RESPONSE', ratio, 3 * HOUR);
  story.assign(assignedAt);
  story.say('PROVIDER', answeredAt, first);
  if (luck.happens(0.2)) story.say('PROVIDER', story.now + 7 * MINUTE, say.note, { internal: true });
}

function askBack(story, { ask: [question, answer] }, { luck, say }) {
  const soon = story.now + luck.between(10, 40) * MINUTE;
  story.askAndWait(isGrave(story) ? soon : story.within('RESOLUTION', luck.between(0.01, 0.08), 4 * HOUR), question);
  story.say('CLIENT', story.workingTime(luck.between(0.3, luck.happens(0.15) ? 22 : 7) * HOUR), answer);
  story.say(
    'PROVIDER',
    story.within('NEXT_RESPONSE', luck.between(0.1, luck.happens(0.05) ? 1.4 : 0.8), 2 * HOUR),
    say.noted,
  );
}

function askSupplier(story, { luck, say }) {
  const soon = story.now + luck.between(15, 45) * MINUTE;
  story.say(
    'PROVIDER',
    isGrave(story) ? soon : story.within('RESOLUTION', luck.between(0.03, 0.1), 4 * HOUR),
    say.supplier,
  );
  const caseNumber = `SR-${Math.floor(luck.between(410_000, 480_000))}`;
  const wait = { status: 'WAITING_ON_THIRD_PARTY', reason: 'CLIENT_SUPPLIER', questionMessageId: null, caseNumber };
  story.act('PROVIDER', story.now + MINUTE, { kind: 'WAIT', ...wait });
  story.act('PROVIDER', story.workingTime(luck.between(5, 18) * HOUR), { kind: 'RESUME' });
}

function schedule(story, { plan }, luck) {
  story.say('PROVIDER', story.within('RESOLUTION', luck.between(0.02, 0.06), 4 * HOUR), plan);
  const until = Math.round(story.now + luck.between(1.5, 4) * DAY);
  story.act('PROVIDER', story.now + MINUTE, {
    kind: 'SCHEDULE',
    reason: 'CLIENT_SCHEDULE',
    until,
    clientConsent: true,
  });
  story.act('SYSTEM', until, { kind: 'RESUME' });
}

const isGrave = ({ state: { priority } }) => priority === 'P1' || priority === 'P2';

/** What is grave is reported on at its cadence until `at`. */
function informUntil(story, at, { update }, { luck, say }) {
  let words = update ?? say.underway;
  for (;;) {
    const next = story.within('UPDATE_CADENCE', luck.between(0.6, luck.happens(0.06) ? 1.3 : 0.95), HOUR);
    if (next >= at) return;
    story.say('PROVIDER', next, words);
    words = say.underway;
  }
}

function finish(story, words, { luck, say }) {
  const { type, fix } = words;
  const grave = isGrave(story);
  const late = luck.happens(0.05);
  if (type === 'INCIDENT' || type === 'SECURITY_INCIDENT') {
    const restoredAt = story.within('RESTORE', late ? luck.between(1.03, 1.3) : luck.between(0.15, 0.6), 4 * HOUR);
    if (grave) informUntil(story, restoredAt, words, { luck, say });
    story.act('PROVIDER', grave ? restoredAt : story.now, { kind: 'RESTORE' });
  }
  const share = late ? luck.between(1.02, 1.35) : luck.between(0.02, 0.3);
  story.say(
    'PROVIDER',
    grave ? story.now + luck.between(10, 50) * MINUTE : story.within('RESOLUTION', share, 8 * HOUR),
    fix,
  );
  story.act('PROVIDER', story.now, { kind: 'RESOLVE', code: type === 'SERVICE_REQUEST' ? 'ANSWERED' : 'FIXED' });
}

function reopen(story, { luck, say }) {
  story.say('CLIENT', story.now + luck.between(0.8, 2.5) * DAY, say.again);
  story.say('PROVIDER', story.within('NEXT_RESPONSE', luck.between(0.2, 0.8), HOUR), say.sorry);
  const hours = luck.between(1, 5) * HOUR;
  story.say('PROVIDER', isGrave(story) ? story.now + hours / 5 : story.workingTime(hours), say.fixedAgain);
  story.act('PROVIDER', story.now, { kind: 'RESOLVE', code: 'FIXED' });
}

function close(story, luck) {
  if (luck.happens(0.4)) return void story.act('SYSTEM', story.now + AUTO_CLOSE_DAYS * DAY, { kind: 'CLOSE' });
  story.act('CLIENT', story.workingTime(luck.between(0.2, 9) * HOUR), { kind: 'CLOSE' });
}
