import { sayInstantAndZone } from '@daylight/text';
import {
  isUnfinished,
  type Clock,
  type ClockKind,
  type Instant,
  type Language,
  type LocalizedText,
  type Terms,
  type TicketState,
} from '@daylight/domain';
import { nextDue } from '../write/next-due.js';
import { autoCloseAt } from '../write/timer.js';

const DUE_STEP: Readonly<Record<ClockKind, readonly [kind: string, text: LocalizedText]>> = {
  FIRST_RESPONSE: ['FIRST_RESPONSE_DUE', { ko: '최초 응답 기한', en: 'The first response is due' }],
  NEXT_RESPONSE: ['RESPONSE_DUE', { ko: '후속 응답 기한', en: 'The next response is due' }],
  UPDATE_CADENCE: ['UPDATE_DUE', { ko: '경과 보고 기한', en: 'The next update is due' }],
  RESTORE: ['RESTORE_DUE', { ko: '복구 기한', en: 'The service is to be restored' }],
  RESOLUTION: ['RESOLUTION_DUE', { ko: '해결 기한', en: 'The solution is due' }],
  AGREED_DATE: ['AGREED_DATE_DUE', { ko: '합의 기한', en: 'The agreed date is' }],
};

const STILL: Readonly<Record<'answer' | 'thirdParty' | 'work' | 'over', LocalizedText>> = {
  answer: { ko: '고객사의 회신을 기다리고 있습니다.', en: 'An answer from the client is needed.' },
  thirdParty: { ko: '외부 업체의 처리를 기다리고 있습니다.', en: 'A third party is being waited for.' },
  work: { ko: '처리 중입니다.', en: 'It is being worked on.' },
  over: { ko: '더 이상 예정된 일이 없습니다.', en: 'Nothing more is to come.' },
};

interface Ground {
  readonly state: TicketState;
  readonly terms: Terms | null;
  readonly clocks: readonly Clock[];
  readonly now: Instant;
  readonly language: Language;
  readonly zone: string;
}

export interface NextStepView {
  readonly kind: string;
  readonly at: Instant | null;
  readonly sentence: string;
}

function dueStep({ clocks, now, language, zone }: Ground): NextStepView | null {
  const due = nextDue(clocks);
  if (due === null || due.dueAt === null) return null;
  const [kind, text] = DUE_STEP[due.kind];
  const at = sayInstantAndZone(due.dueAt, zone, language);
  const late = due.dueAt < now;
  const sentence =
    language === 'ko'
      ? `${text.ko}: ${at}${late ? '(초과)' : ''}`
      : `${text.en}${due.kind === 'AGREED_DATE' ? '' : ' by'} ${at}${late ? ' (overdue)' : ''}.`;
  return { kind, at: due.dueAt, sentence };
}

function resolvedStep({ state, terms, language, zone }: Ground): NextStepView {
  const at = autoCloseAt(state, terms);
  const until = at === null ? '' : sayInstantAndZone(at, zone, language);
  const sentence =
    language === 'ko'
      ? `해결되었습니다. 의견이 없으면 ${until}에 자동 종료됩니다.`
      : `Resolved. Without a word from the client it closes at ${until}.`;
  return { kind: 'CLOSES_BY_ITSELF', at, sentence };
}

/** What happens next, and by when, in the reader's language. */
export function nextStep(ground: Ground): NextStepView {
  const { state, language, zone } = ground;
  const still = (kind: string, text: LocalizedText): NextStepView => ({ kind, at: null, sentence: text[language] });
  if (state.status === 'RESOLVED') return resolvedStep(ground);
  if (!isUnfinished(state.status)) return still('OVER', STILL.over);
  if (state.status === 'WAITING_ON_CLIENT') return still('YOUR_ANSWER_NEEDED', STILL.answer);
  const until = state.waiting?.until ?? null;
  if (until !== null) {
    const at = sayInstantAndZone(until, zone, language);
    return { kind: 'SCHEDULED', at: until, sentence: language === 'ko' ? `${at}에 재개합니다.` : `Goes on at ${at}.` };
  }
  const due = dueStep(ground);
  if (due !== null) return due;
  return state.status === 'WAITING_ON_THIRD_PARTY'
    ? still('WAITING_ON_THIRD_PARTY', STILL.thirdParty)
    : still('IN_WORK', STILL.work);
}
