import { unreachable, type Language } from '@daylight/domain';
import { sayInstantAndZone } from '../explain/instant.js';
import type { CallFacts, Letter, MailFacts } from './facts.js';

type Template = 'ESCALATION_CALL' | 'ESCALATION_UNANSWERED' | 'COVERAGE_GAPS' | 'CONTACTS_UNVERIFIED';
type EscalationFacts = Extract<MailFacts, { readonly template: Template }>;
type Say = (at: number) => string;

function callRows({ number, subject, tenantName, priority }: CallFacts, korean: boolean): Letter['facts'] {
  const hidden = korean ? '비공개 문의' : 'Confidential ticket';
  return [
    [korean ? '번호' : 'Number', number],
    [korean ? '제목' : 'Subject', subject ?? hidden],
    [korean ? '고객사' : 'Client', tenantName],
    [korean ? '우선순위' : 'Priority', priority],
  ];
}

function call(facts: Extract<EscalationFacts, { template: 'ESCALATION_CALL' }>, say: Say, korean: boolean): Letter {
  const { number, priority, subject, tenantName } = facts.call;
  const what = subject ?? tenantName;
  const late: Letter['facts'] = facts.late ? [[korean ? '원래 호출 시각' : 'Was due', say(facts.dueAt)]] : [];
  const because: Letter['facts'] =
    facts.because === null ? [] : [[korean ? '호출 사유' : 'Why you', facts.because] as const];
  return {
    subject: korean
      ? `[비상 호출 ${priority}] ${number} ${what}${facts.late ? ' (지연 발송)' : ''}`
      : `[Call ${priority}] ${number} ${what}${facts.late ? ' (late)' : ''}`,
    paragraphs: korean
      ? ['지금 대응할 사람을 찾고 있습니다. 아래 링크에서 확인을 누르시면 다음 담당자에 대한 호출이 멈춥니다.']
      : ['Somebody is needed now. Acknowledge below and nobody further is called.'],
    facts: [...callRows(facts.call, korean), ...because, ...late],
    quote: null,
    action: { label: korean ? '확인하고 대응하기' : 'Acknowledge', url: facts.url },
    notes: [
      korean
        ? '링크를 전달하지 마십시오. 누른 사람이 응답한 것으로 기록됩니다.'
        : 'The link is yours: whoever uses it answers in your name.',
    ],
  };
}

function unanswered(
  facts: Extract<EscalationFacts, { template: 'ESCALATION_UNANSWERED' }>,
  say: Say,
  korean: boolean,
): Letter {
  const { number, priority } = facts.call;
  return {
    subject: korean
      ? `[경보 ${priority}] ${number}: 비상 호출에 아무도 응답하지 않았습니다`
      : `[Alarm ${priority}] ${number}: nobody answered`,
    paragraphs: korean
      ? ['정해진 단계를 모두 호출했지만 응답한 사람이 없습니다. 최종 연락처를 호출했습니다. 직접 확인해 주십시오.']
      : ['Every step was called and nobody answered. The fallback is being called. Please see to it yourself.'],
    facts: [
      ...callRows(facts.call, korean),
      [korean ? '호출 시작' : 'Began', say(facts.startedAt)],
      [korean ? '마지막 단계 종료' : 'Ran out', say(facts.exhaustedAt)],
    ],
    quote: null,
    action: { label: korean ? '문의 열기' : 'Open the ticket', url: facts.url },
    notes: [],
  };
}

function gaps(
  { gaps: listed, more, url }: Extract<EscalationFacts, { template: 'COVERAGE_GAPS' }>,
  korean: boolean,
): Letter {
  const rest = korean ? `그 밖에 ${more}건이 더 있습니다.` : `And ${more} more.`;
  return {
    subject: korean ? '연락 가능한 사람이 없는 시간대가 있습니다' : 'Nobody can be reached at these times',
    paragraphs: [
      korean
        ? '앞으로 2주 동안 다음 시간대에는 비상 호출을 받을 사람이 없습니다.'
        : 'In the next two weeks nobody can be called:',
      ...listed,
      ...(more > 0 ? [rest] : []),
    ],
    facts: [],
    quote: null,
    action: { label: korean ? '온콜 일정 보기' : 'Open on-call', url },
    notes: [],
  };
}

function unverified(
  { tenantName, names, url }: Extract<EscalationFacts, { template: 'CONTACTS_UNVERIFIED' }>,
  korean: boolean,
): Letter {
  return {
    subject: korean ? '비상연락망을 확인해 주십시오' : 'Please confirm your escalation contacts',
    paragraphs: [
      korean
        ? '90일 넘게 확인되지 않은 비상 연락처가 있습니다. 연락처가 맞는지 확인해 주십시오.'
        : 'These escalation contacts have not been confirmed for 90 days. Please see whether they are still right.',
    ],
    facts: [
      [korean ? '고객사' : 'Client', tenantName],
      [korean ? '연락처' : 'Contacts', names.join(', ')],
    ],
    quote: null,
    action: { label: korean ? '비상연락망 확인' : 'Confirm contacts', url },
    notes: [],
  };
}

/** Calls for help, alarms and reminders about contacts, in either language. */
export function escalationLetter(facts: EscalationFacts, zone: string, language: Language): Letter {
  const korean = language === 'ko';
  const say: Say = (at) => sayInstantAndZone(at, zone, language);
  switch (facts.template) {
    case 'ESCALATION_CALL':
      return call(facts, say, korean);
    case 'ESCALATION_UNANSWERED':
      return unanswered(facts, say, korean);
    case 'COVERAGE_GAPS':
      return gaps(facts, korean);
    case 'CONTACTS_UNVERIFIED':
      return unverified(facts, korean);
    default:
      return unreachable(facts);
  }
}
