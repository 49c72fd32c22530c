import type { Language } from '@daylight/domain';
import type { CallFacts } from '../mail/facts.js';

export interface ShortCall {
  readonly call: CallFacts;
  /** Where it is answered. */
  readonly url: string;
  /** More than a minute after it was due. */
  readonly late: boolean;
}

/** Texts longer than this are cut: some gateways refuse more. */
const LONGEST_SUBJECT = 120;

function subjectOf({ subject }: CallFacts, language: Language): string {
  const said = subject ?? (language === 'ko' ? '비공개 문의' : 'Confidential ticket');
  return said.length > LONGEST_SUBJECT ? `${said.slice(0, LONGEST_SUBJECT - 1)}…` : said;
}

/** A call as a text or messenger message: what, whose, and where to answer. */
export function shortCall({ call, url, late }: ShortCall, language: Language): string {
  const { number, priority, tenantName } = call;
  const subject = subjectOf(call, language);
  if (language === 'ko') {
    return `[비상 호출 ${priority}${late ? ' 지연' : ''}] ${number} ${subject}\n고객사: ${tenantName}\n응답: ${url}`;
  }
  return `[Call ${priority}${late ? ', late' : ''}] ${number} ${subject}\nClient: ${tenantName}\nAnswer: ${url}`;
}

/** A call as it is spoken; the address of the answer can't be said, so it says where to find it. */
export function spokenCall({ call }: Pick<ShortCall, 'call'>, language: Language): string {
  const { priority, tenantName } = call;
  const subject = subjectOf(call, language);
  return language === 'ko'
    ? `데이라이트 비상 호출입니다. ${tenantName}, 우선순위 ${priority}, ${subject}. 문자나 메일로 받으신 링크에서 응답해 주십시오.`
    : `This is an emergency call from Daylight. ${tenantName}, priority ${priority}, ${subject}. Please answer by the link in your message or mail.`;
}

/** A call as a heading in a chat room. */
export function callTitle({ call, late }: Pick<ShortCall, 'call' | 'late'>, language: Language): string {
  const { number, priority } = call;
  if (language === 'ko') return `비상 호출 ${priority}${late ? ' (지연)' : ''}: ${number}`;
  return `Call ${priority}${late ? ' (late)' : ''}: ${number}`;
}

/** The words around a call in a chat room. */
export const CALL_WORDS = {
  answer: { ko: '확인하고 대응하기', en: 'I am on it' },
  client: { ko: '고객사', en: 'Client' },
} as const;
