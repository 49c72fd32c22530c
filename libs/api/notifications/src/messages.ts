import type { ClockKind, Language, LocalizedText } from '@daylight/domain';
import {
  clockName,
  isToldOfAvailability,
  isToldOfTicket,
  sayLentApprovals,
  sayToldOfAvailability,
  sayToldOfTerm,
  sayToldOfTicket,
  type ToldOfAvailability,
  type ToldOfTicket,
} from '@daylight/text';
import type { NotificationKind } from './kinds.js';

/** What a notification's sentence is made of. */
export interface SentenceFacts {
  readonly kind: NotificationKind;
  /** `ACME-1042`; null: not about a ticket. */
  readonly ticketNumber: string | null;
  readonly clock: ClockKind | null;
  readonly percent: string | null;
  readonly internal: boolean;
  /** The review's period as it was announced. */
  readonly period: string | null;
  /** What else the event said, by name. */
  readonly data: Readonly<Partial<Record<string, string>>>;
}

const CLOCK_KINDS: Readonly<Record<ClockKind, true>> = {
  FIRST_RESPONSE: true,
  NEXT_RESPONSE: true,
  UPDATE_CADENCE: true,
  RESTORE: true,
  RESOLUTION: true,
  AGREED_DATE: true,
};

export function isClockKind(text: string): text is ClockKind {
  return text in CLOCK_KINDS;
}

type Term = 'CONTRACT_TERM_AHEAD' | 'CONTRACT_TERM_REACHED';
type Plain = Exclude<
  NotificationKind,
  'CLOCK_WARNED' | 'CLOCK_BREACHED' | 'APPROVALS_LENT' | Term | ToldOfTicket | ToldOfAvailability
>;

const SENTENCES: Readonly<Record<Plain, LocalizedText>> = {
  TICKET_OPENED: { ko: '문의가 접수되었습니다.', en: 'A ticket was opened.' },
  TICKET_REPLIED: { ko: '새 답변이 등록되었습니다.', en: 'There is a new reply.' },
  TICKET_ASSIGNED: { ko: '담당자로 지정되었습니다.', en: 'It was assigned to you.' },
  TICKET_RESOLVED: { ko: '문의가 해결되었습니다.', en: 'It was resolved.' },
  CONTRACT_PROPOSED: { ko: '계약 조건이 제안되었습니다.', en: 'Contract terms were proposed.' },
  CONTRACT_AGREED: { ko: '양측이 계약 조건에 동의했습니다.', en: 'Both parties agreed to contract terms.' },
  REVIEW_PUBLISHED: { ko: '분기 서비스 리뷰(QBR)가 발행되었습니다.', en: 'The service review is published.' },
  ESCALATION_UNANSWERED: {
    ko: '비상 호출에 아무도 응답하지 않았습니다.',
    en: 'Nobody answered the escalation.',
  },
  COVERAGE_GAPS: {
    ko: '비상연락망에 연락 가능한 사람이 없는 시간대가 있습니다.',
    en: 'There are times at which nobody can be reached.',
  },
  REVIEW_SIGNED: { ko: '분기 서비스 리뷰(QBR)에 서명되었습니다.', en: 'The service review was signed.' },
  REVIEW_AMENDED: {
    ko: '발행된 분기 서비스 리뷰(QBR)에 추록이 추가되었습니다.',
    en: 'An addendum was added to a published service review.',
  },
};
const NOTED: LocalizedText = { ko: '새 내부 메모가 등록되었습니다.', en: 'There is a new internal note.' };
const BY_SILENCE: LocalizedText = {
  ko: '계약에 정한 기간 내 이의가 없어 계약 조건에 동의한 것으로 처리되었습니다.',
  en: 'Nobody objected in the time that the contract allows, so contract terms count as agreed.',
};
const A_CLOCK: LocalizedText = { ko: 'SLA', en: 'SLA' };

function clockSentence({ kind, clock, percent }: SentenceFacts, language: Language): string {
  const name = clock === null ? A_CLOCK[language] : clockName(clock, language);
  if (kind === 'CLOCK_BREACHED') {
    return language === 'ko' ? `${name} 기한을 넘겼습니다(SLA 미준수).` : `${name} is overdue (SLA breach).`;
  }
  const share = percent ?? '?';
  return language === 'ko' ? `${name} 목표 시간의 ${share}%가 지났습니다.` : `${name}: ${share} % of the time is used.`;
}

function termSentence({ data }: SentenceFacts, language: Language): string {
  const { mark = '', atEnd = '', termEnd = '', days, noticeBy, until, late } = data;
  const dates = { termEnd, days: days ?? null, noticeBy: noticeBy ?? null, until: until ?? null };
  return sayToldOfTerm({ mark, atEnd, ...dates, late: late === 'true' }, language);
}

function saidOf(facts: SentenceFacts, language: Language): string {
  const { kind, internal, data } = facts;
  if (isToldOfTicket(kind)) return sayToldOfTicket(kind, data, language);
  if (isToldOfAvailability(kind)) return sayToldOfAvailability(kind, data, language);
  switch (kind) {
    case 'CLOCK_WARNED':
    case 'CLOCK_BREACHED':
      return clockSentence(facts, language);
    case 'APPROVALS_LENT': {
      const { byName = '—', from = '', until = '' } = data;
      return sayLentApprovals({ byName, from, until }, language);
    }
    case 'CONTRACT_TERM_AHEAD':
    case 'CONTRACT_TERM_REACHED':
      return termSentence(facts, language);
    case 'CONTRACT_AGREED':
      return (data['cause'] === 'DEEMED' ? BY_SILENCE : SENTENCES[kind])[language];
    default:
      return (internal ? NOTED : SENTENCES[kind])[language];
  }
}

/** One sentence that is complete without opening anything. */
export function sentenceOf(facts: SentenceFacts, language: Language): string {
  const about = facts.ticketNumber ?? facts.period;
  const said = saidOf(facts, language);
  return about === null ? said : `${about}: ${said}`;
}

export const TIMING_PROBLEMS = {
  hour: { ko: '0시에서 23시 사이로 골라 주십시오.', en: 'Choose an hour from 0 to 23.' },
  weekday: { ko: '요일을 골라 주십시오.', en: 'Choose a day of the week.' },
  days: {
    ko: '방해 금지 시간을 적용할 요일을 하나 이상 골라 주십시오.',
    en: 'Choose at least one day for quiet hours.',
  },
  quiet: {
    ko: '방해 금지 시간의 시작과 끝을 서로 다른 시각으로 적어 주십시오.',
    en: 'Quiet hours need a beginning and an end that differ.',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;
export const TOO_MANY_IDS: LocalizedText = {
  ko: '한 번에 100건까지 읽음으로 표시할 수 있습니다.',
  en: 'At most 100 can be marked at once.',
};
export const NOT_YOUR_KIND: LocalizedText = {
  ko: '이 알림 종류는 설정할 수 없습니다.',
  en: 'This kind of notification never concerns you.',
};
