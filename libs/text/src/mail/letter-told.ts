import { unreachable, type Language } from '@daylight/domain';
import { CHECK_WITH_COUNSEL } from '../escalation/statutory.js';
import { sayToldOfTerm } from '../told/of-term.js';
import { sayToldOfTicket, type ToldOfTicket } from '../told/of-ticket.js';
import type { Letter, MailFacts } from './facts.js';

type OfTicket = Extract<MailFacts, { readonly template: ToldOfTicket }>;
type OfTerm = Extract<MailFacts, { readonly template: 'CONTRACT_TERM_AHEAD' | 'CONTRACT_TERM_REACHED' }>;

/** What the reader is to do about it, where there is something. */
function askOf({ template }: OfTicket, ko: boolean): string | null {
  switch (template) {
    case 'TICKET_PROPOSED':
      return ko ? '아래에서 동의 여부를 회신해 주십시오.' : 'Please agree or decline below.';
    case 'TICKET_WAITING_CONTESTED':
      return ko
        ? '인정하면 해당 대기 시간이 SLA 시간에 산입됩니다. 결정 전까지 두 가지 수치가 함께 표시됩니다.'
        : 'Conceding it counts the waiting; until then both figures are shown.';
    case 'TICKET_NOTICE_WARNED':
    case 'TICKET_NOTICE_BREACHED':
      return ko ? '이행한 통지·신고는 아래에서 기록해 주십시오.' : 'Record below what has been given.';
    case 'TICKET_UNMERGED':
      return ko ? '남은 기한을 확인하고 처리를 이어 가 주십시오.' : 'Please check what is due and take it up again.';
    case 'TICKET_ANSWERED':
    case 'TICKET_REBOUND':
    case 'TICKET_DATE_SET':
    case 'TICKET_CONTEST_SETTLED':
    case 'TICKET_NOTICE_GIVEN':
    case 'CLOCK_DUE_MOVED':
      return null;
    default:
      return unreachable(template);
  }
}

/** A mail about what the sides agree on at a ticket, or about what law asks for. */
export function letterOfTicket(facts: OfTicket, language: Language): Letter {
  const ko = language === 'ko';
  const { ticket, template, data } = facts;
  const said = sayToldOfTicket(template, data, language);
  const ask = askOf(facts, ko);
  const byLaw = template === 'TICKET_NOTICE_WARNED' || template === 'TICKET_NOTICE_BREACHED';
  return {
    subject: `[${ticket.number}] ${said.replace(/\.$/, '')}: ${ticket.subject}`,
    paragraphs: ask === null ? [said] : [said, ask],
    facts: [
      [ko ? '번호' : 'Number', ticket.number],
      [ko ? '제목' : 'Subject', ticket.subject],
      [ko ? '고객사' : 'Client', ticket.tenantName],
      [ko ? '우선순위' : 'Priority', ticket.priority],
    ],
    quote: null,
    action: { label: ko ? '문의 열기' : 'Open the ticket', url: ticket.url },
    notes: byLaw ? [CHECK_WITH_COUNSEL[language]] : [],
  };
}

function endNameOf(mark: string, ko: boolean): string {
  if (mark.startsWith('NOTICE_BY_')) return ko ? '계약 종료일' : 'End of the contract';
  return ko ? '기간 만료일' : 'End of the term';
}

/** A mail about the end of a contract's term: what is coming, or what it brought (D-CON-2). */
export function letterOfTerm({ told, title, tenantName, url }: OfTerm, language: Language): Letter {
  const ko = language === 'ko';
  const notice: Letter['facts'] =
    told.noticeBy === null || told.mark !== 'NOTICE_AHEAD'
      ? []
      : [[ko ? '해지 통보 기한' : 'Last day for notice', told.noticeBy]];
  const said = sayToldOfTerm(told, language);
  return {
    subject: `${title}: ${said.replace(/\.( \(.*\))?$/, '$1')}`,
    paragraphs: [said],
    facts: [
      [ko ? '계약' : 'Contract', title],
      [ko ? '고객사' : 'Client', tenantName],
      [endNameOf(told.mark, ko), told.termEnd],
      ...notice,
      ...(told.until === null ? [] : [[ko ? '갱신 후 만료일' : 'Renewed until', told.until] as const]),
    ],
    quote: null,
    action: { label: ko ? '계약 보기' : 'Open the contract', url },
    notes: [],
  };
}
