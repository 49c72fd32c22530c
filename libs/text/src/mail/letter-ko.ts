import { unreachable } from '@daylight/domain';
import { sayInstantAndZone } from '../explain/instant.js';
import { clockName } from '../explain/names.js';
import { letterOfDigest, letterOfMailboxTest } from './letter-digest.js';
import { letterOfAvailability } from './letter-availability.js';
import { escalationLetter } from './letter-escalation.js';
import { letterOfLending } from './letter-lending.js';
import { letterOfReview } from './letter-review.js';
import { letterOfTerm, letterOfTicket } from './letter-told.js';
import type { Letter, MailFacts, MailSetting, MailTicket } from './facts.js';

const OPEN_TICKET = '문의 열기';

function ticketFacts(ticket: MailTicket): Letter['facts'] {
  return [
    ['번호', ticket.number],
    ['제목', ticket.subject],
    ['고객사', ticket.tenantName],
    ['우선순위', ticket.priority],
  ];
}

function aboutTicket(ticket: MailTicket, subject: string, more: Partial<Letter> = {}): Letter {
  return {
    subject: `[${ticket.number}] ${subject}: ${ticket.subject}`,
    paragraphs: [],
    facts: ticketFacts(ticket),
    quote: null,
    action: { label: OPEN_TICKET, url: ticket.url },
    notes: [],
    ...more,
  };
}

/** The Korean words of a mail, in the polite form. */
export function letterInKorean(facts: MailFacts, setting: MailSetting): Letter {
  const say = (at: number): string => sayInstantAndZone(at, setting.zone, 'ko');
  switch (facts.template) {
    case 'INVITATION':
    case 'PASSWORD_RESET':
      return accountLetter(facts, setting);
    case 'TICKET_OPENED':
      return aboutTicket(facts.ticket, '문의가 접수되었습니다', {
        paragraphs: [`${say(facts.at)}에 문의가 접수되었습니다. 진행 상황은 아래에서 확인하실 수 있습니다.`],
      });
    case 'TICKET_ASSIGNED':
      return aboutTicket(facts.ticket, '담당자로 지정되었습니다', {
        paragraphs: [`${say(facts.at)}에 이 문의의 담당자로 지정되었습니다.`],
      });
    case 'TICKET_REPLIED':
      return aboutTicket(facts.ticket, facts.question ? '답변을 요청드립니다' : '새 답변이 등록되었습니다', {
        paragraphs: [
          `${facts.authorName === null ? '자동' : `${facts.authorName} 님의`} 답변이 ${say(facts.at)}에 등록되었습니다.`,
        ],
        quote: facts.body,
      });
    case 'TICKET_RESOLVED':
      return aboutTicket(facts.ticket, '문의가 해결되었습니다', {
        paragraphs: [
          `${say(facts.at)}에 해결 처리되었습니다.`,
          '문제가 남아 있으면 답변을 남겨 주십시오. 문의가 다시 열립니다.',
          '처리 결과에 대한 만족도는 문의 화면에서 평가하실 수 있습니다.',
        ],
      });
    case 'CLOCK_WARNED':
    case 'CLOCK_BREACHED':
      return clockLetter(facts, say);
    case 'CONTRACT_PROPOSED':
    case 'CONTRACT_AGREED':
      return contractLetter(facts, say);
    case 'CONTRACT_TERM_AHEAD':
    case 'CONTRACT_TERM_REACHED':
      return letterOfTerm(facts, 'ko');
    case 'REVIEW_PUBLISHED':
    case 'REVIEW_SIGNED':
    case 'REVIEW_AMENDED':
      return letterOfReview(facts, 'ko');
    case 'APPROVALS_LENT':
      return letterOfLending(facts, 'ko');
    case 'DIGEST':
      return letterOfDigest(facts, setting.zone, 'ko');
    case 'MAILBOX_TEST':
      return letterOfMailboxTest(facts, 'ko');
    case 'OUTAGE_UPDATED':
    case 'MAINTENANCE_TOLD':
    case 'EXCLUSION_PROPOSED':
    case 'CREDIT_PROPOSED':
    case 'CREDIT_ANSWERED':
      return letterOfAvailability(facts, 'ko');
    case 'ESCALATION_CALL':
    case 'ESCALATION_UNANSWERED':
    case 'COVERAGE_GAPS':
    case 'CONTACTS_UNVERIFIED':
      return escalationLetter(facts, setting.zone, 'ko');
    case 'TICKET_PROPOSED':
    case 'TICKET_ANSWERED':
    case 'TICKET_DATE_SET':
    case 'TICKET_WAITING_CONTESTED':
    case 'TICKET_CONTEST_SETTLED':
    case 'TICKET_REBOUND':
    case 'TICKET_UNMERGED':
    case 'TICKET_NOTICE_WARNED':
    case 'TICKET_NOTICE_BREACHED':
    case 'TICKET_NOTICE_GIVEN':
    case 'CLOCK_DUE_MOVED':
      return letterOfTicket(facts, 'ko');
    default:
      return unreachable(facts);
  }
}

function accountLetter(
  facts: Extract<MailFacts, { template: 'INVITATION' | 'PASSWORD_RESET' }>,
  setting: MailSetting,
): Letter {
  const base = { facts: [], quote: null };
  if (facts.template === 'PASSWORD_RESET') {
    return {
      ...base,
      subject: '비밀번호 재설정 안내',
      paragraphs: [`${setting.providerName} 서비스 포털의 비밀번호 재설정 요청을 받았습니다.`],
      action: { label: '비밀번호 재설정', url: facts.url },
      notes: ['이 링크는 한 번만 사용할 수 있습니다.', '요청하신 적이 없다면 이 메일을 무시하셔도 됩니다.'],
    };
  }
  const where = facts.tenantName === null ? setting.providerName : `${setting.providerName}의 ${facts.tenantName}`;
  return {
    ...base,
    subject: `${setting.providerName} 서비스 포털에 초대되었습니다`,
    paragraphs: [`${where} 서비스 포털에 초대되었습니다.`, '아래에서 비밀번호를 정하시면 바로 이용하실 수 있습니다.'],
    action: { label: '비밀번호 정하기', url: facts.url },
    notes: ['이 링크는 7일 동안 한 번만 사용할 수 있습니다.'],
  };
}

function clockLetter(
  facts: Extract<MailFacts, { template: 'CLOCK_WARNED' | 'CLOCK_BREACHED' }>,
  say: (at: number) => string,
): Letter {
  const name = clockName(facts.clock, 'ko');
  const due = facts.dueAt === null ? [] : [['처리 기한', say(facts.dueAt)] as const];
  const more = { facts: [...ticketFacts(facts.ticket), ...due] };
  if (facts.template === 'CLOCK_BREACHED') {
    return aboutTicket(facts.ticket, `${name} 기한이 지났습니다`, {
      ...more,
      paragraphs: [`${name} 목표 시간을 지키지 못했습니다(SLA 미준수).`],
    });
  }
  return aboutTicket(facts.ticket, `${name} 목표 시간의 ${facts.percent}%가 지났습니다`, {
    ...more,
    paragraphs: [`${name} 목표 시간의 ${facts.percent}%가 지났습니다. 기한 안에 처리해 주십시오.`],
  });
}

function contractLetter(
  facts: Extract<MailFacts, { template: 'CONTRACT_PROPOSED' | 'CONTRACT_AGREED' }>,
  say: (at: number) => string,
): Letter {
  const proposed = facts.template === 'CONTRACT_PROPOSED';
  const by: Letter['facts'] = facts.byName === null ? [] : [[proposed ? '제안자' : '동의자', facts.byName]];
  const what = facts.ordinal === 1 ? '계약이' : '변경계약이';
  return {
    subject: `${what}${proposed ? ' 제안되었습니다' : ' 성립되었습니다'}: ${facts.title} 제${facts.ordinal}차`,
    paragraphs: [
      proposed
        ? `${what} 제안되었습니다. 내용을 확인하시고 동의 여부를 알려 주십시오.`
        : facts.deemed === 'BY_SILENCE'
          ? `계약에 정한 기간 내 고객사의 이의가 없어 동의한 것으로 처리되어 ${what} 성립되었습니다.`
          : `양측이 동의하여 ${what} 성립되었습니다.`,
      ...(facts.deemed !== null && facts.deemed !== 'BY_SILENCE'
        ? [`현행 계약에 따라 ${say(facts.deemed.at)}까지 고객사의 이의가 없으면 동의한 것으로 처리됩니다.`]
        : []),
    ],
    facts: [
      ['계약', `${facts.title} 제${facts.ordinal}차`],
      ['고객사', facts.tenantName],
      ['효력 발생', say(facts.effectiveFrom)],
      ...by,
    ],
    quote: null,
    action: { label: '계약 보기', url: facts.url },
    notes: [],
  };
}
