import {
  CLOCK_KINDS,
  STATUTORY_TEMPLATES,
  type DateCause,
  type EventBodyOf,
  type Language,
  type LocalizedText,
  type OfferKind,
} from '@daylight/domain';
import { clockName } from '../explain/names.js';

/** What people are told of the sides' agreements on a ticket, and of what law asks for. */
export const TOLD_OF_TICKET = [
  'TICKET_PROPOSED',
  'TICKET_ANSWERED',
  'TICKET_DATE_SET',
  'TICKET_WAITING_CONTESTED',
  'TICKET_CONTEST_SETTLED',
  'TICKET_REBOUND',
  'TICKET_UNMERGED',
  'TICKET_NOTICE_WARNED',
  'TICKET_NOTICE_BREACHED',
  'TICKET_NOTICE_GIVEN',
  'CLOCK_DUE_MOVED',
] as const;
export type ToldOfTicket = (typeof TOLD_OF_TICKET)[number];

export function isToldOfTicket(kind: string): kind is ToldOfTicket {
  return TOLD_OF_TICKET.some((known) => known === kind);
}

type Words<K extends string> = Readonly<Record<K, LocalizedText>>;

const PROPOSED: Words<OfferKind> = {
  DATE: { ko: '완료 희망일이 제안되었습니다. 회신해 주십시오.', en: 'A date is proposed and waits for your answer.' },
  REBINDING: {
    ko: '다른 계약 개정본을 적용하자는 제안이 있습니다. 회신해 주십시오.',
    en: 'It is proposed to judge it by another version of the contract; your answer is awaited.',
  },
  CLIENT_ACCOUNTABLE: {
    ko: '고객사 책임 업무인지 확인을 요청받았습니다. 회신해 주십시오.',
    en: 'You are asked to confirm that this is the client’s own responsibility.',
  },
};
const ANSWERED: Words<EventBodyOf<'PROPOSAL_ANSWERED'>['answer']> = {
  AGREED: { ko: '제안에 동의했습니다.', en: 'The proposal was agreed to.' },
  DECLINED: { ko: '제안을 거절했습니다.', en: 'The proposal was declined.' },
  WITHDRAWN: { ko: '제안이 철회되었습니다.', en: 'The proposal was taken back.' },
  DEEMED: {
    ko: '계약에 정한 기간 내 이의가 없어 제안에 동의한 것으로 처리되었습니다.',
    en: 'Nobody objected in the time that the contract allows, so the proposal counts as agreed.',
  },
};
const DATE_SET: Words<DateCause> = {
  REQUESTED: { ko: '고객사가 완료 희망일을 요청했습니다.', en: 'The client asked to have it done by a date.' },
  AGREED: { ko: '합의 기한이 정해졌습니다.', en: 'A date was agreed.' },
  GIVEN_BY_CLIENT: { ko: '고객사가 합의 기한을 늦췄습니다.', en: 'The client gave more time.' },
  CONSENT_RECORDED: {
    ko: '고객사 동의를 받아 합의 기한이 변경되었습니다.',
    en: 'The agreed date was moved with the client’s consent.',
  },
  WITHOUT_CONSENT: {
    ko: '고객사 동의 없이 합의 기한이 변경되어 미준수로 처리됩니다.',
    en: 'The agreed date was moved without the client’s consent, which counts as missed.',
  },
};
const SETTLED: Words<EventBodyOf<'CONTEST_SETTLED'>['outcome']> = {
  CONCEDED: { ko: '이의가 인정되어 대기 시간이 산입됩니다.', en: 'The objection was conceded: the waiting counts.' },
  WITHDRAWN: { ko: '고객사가 대기 시간에 대한 이의를 철회했습니다.', en: 'The client lets the waiting stand.' },
};
const PLAIN: Words<'TICKET_WAITING_CONTESTED' | 'TICKET_NOTICE_GIVEN' | 'TICKET_REBOUND' | 'TICKET_UNMERGED'> = {
  TICKET_REBOUND: {
    ko: '양측 합의에 따라 다른 계약 개정본으로 SLA를 다시 판정했습니다.',
    en: 'Both parties agreed: its clocks are judged by another version of the contract.',
  },
  TICKET_UNMERGED: {
    ko: '병합이 취소되어 별도 문의로 다시 처리하며, SLA 시간도 이어서 측정합니다.',
    en: 'A merge was undone: it is worked on by itself again, and its clocks go on.',
  },
  TICKET_WAITING_CONTESTED: {
    ko: '고객사가 대기 시간 제외에 이의를 제기했습니다. 검토해 주십시오.',
    en: 'The client contests that waiting stopped the clocks. Please settle it.',
  },
  TICKET_NOTICE_GIVEN: {
    ko: '법정 통지·신고를 이행한 것으로 기록되었습니다.',
    en: 'A notice asked for by law is recorded as given.',
  },
};

function wordOf<K extends string>(words: Words<K>, key: string | undefined, otherwise: K, language: Language): string {
  const entries: Readonly<Record<string, LocalizedText>> = words;
  return (entries[key ?? ''] ?? words[otherwise])[language];
}

/** The duty behind `STATUTORY/template/duty`. */
function dutyOf(kind: string | undefined, language: Language): string {
  const [, templateId, dutyId] = (kind ?? '').split('/');
  const duties = STATUTORY_TEMPLATES.find(({ id }) => id === templateId)?.duties ?? [];
  const name = duties.find(({ id }) => id === dutyId)?.name[language];
  return name ?? (language === 'ko' ? '법정 통지·신고' : 'A notice asked for by law');
}

function moved(kind: string | undefined, language: Language): string {
  const clock = CLOCK_KINDS.find((known) => known === kind);
  const name = clock === undefined ? 'SLA' : clockName(clock, language);
  return language === 'ko'
    ? `공휴일 변경으로 ${name} 기한이 조정되었습니다.`
    : `${name}: the due time moved because a public holiday changed.`;
}

/**
 * One sentence that is complete without opening anything. `data` are the event's words: `offer`, `answer`, `cause`,
 * `outcome`, `kind` (a clock, or `STATUTORY/template/duty`), `percent`.
 */
export function sayToldOfTicket(
  told: ToldOfTicket,
  data: Readonly<Partial<Record<string, string>>>,
  language: Language,
): string {
  const ko = language === 'ko';
  switch (told) {
    case 'TICKET_PROPOSED':
      return wordOf(PROPOSED, data['offer'], 'DATE', language);
    case 'TICKET_ANSWERED':
      return wordOf(ANSWERED, data['answer'], 'AGREED', language);
    case 'TICKET_DATE_SET':
      return wordOf(DATE_SET, data['cause'], 'AGREED', language);
    case 'TICKET_CONTEST_SETTLED':
      return wordOf(SETTLED, data['outcome'], 'WITHDRAWN', language);
    case 'TICKET_NOTICE_WARNED': {
      const share = data['percent'] ?? '?';
      const duty = dutyOf(data['kind'], language);
      return ko ? `${duty}: 법정 기한의 ${share}%가 지났습니다.` : `${duty}: ${share} % of the time by law is used.`;
    }
    case 'TICKET_NOTICE_BREACHED': {
      const duty = dutyOf(data['kind'], language);
      return ko ? `${duty}: 법정 기한이 지났습니다.` : `${duty}: overdue by law.`;
    }
    case 'CLOCK_DUE_MOVED':
      return moved(data['kind'], language);
    default:
      return PLAIN[told][language];
  }
}
