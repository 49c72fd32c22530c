import { sayInstant } from '@daylight/text';
import type { Language, LocalizedText, TicketProblem } from '@daylight/domain';
import { TYPES } from './words.js';

/** What stands against agreeing, contesting or recording something. */
export type AgreementProblem = Extract<
  TicketProblem,
  {
    kind:
      | `PROPOSAL_${string}`
      | ('NO_DATE_FOR_TYPE' | 'NO_DATE_YET' | 'MOVE_NEEDS_REASON' | 'CONTEST_NEEDS_REASON' | 'WAIT_UNKNOWN')
      | ('WAIT_CONTESTED' | 'WAIT_NOT_CONTESTED' | 'NOT_A_THANK_YOU' | 'NOT_A_SECURITY_INCIDENT' | 'STILL_AHEAD')
      | ('NOTICE_UNKNOWN' | 'NOTICE_ALREADY_GIVEN' | 'REBINDING_OTHER_SERVICE');
  }
>;

const PLAIN: Readonly<
  Record<Exclude<AgreementProblem['kind'], 'NO_DATE_FOR_TYPE' | 'NOTICE_ALREADY_GIVEN'>, LocalizedText>
> = {
  PROPOSAL_OPEN: {
    ko: '답변을 기다리는 제안이 이미 있습니다. 먼저 그 제안을 처리해 주십시오.',
    en: 'A proposal of this kind is still waiting for its answer.',
  },
  PROPOSAL_UNKNOWN: { ko: '이미 처리되었거나 없는 제안입니다.', en: 'This proposal was answered, or never made.' },
  PROPOSAL_OF_OWN_SIDE: {
    ko: '상대방만 동의할 수 있는 제안입니다.',
    en: 'Only the other side can agree to this proposal.',
  },
  REBINDING_OTHER_SERVICE: {
    ko: '제안 이후 대상 서비스가 변경되었습니다. 새로 제안해 주십시오.',
    en: 'The service was changed since: please propose anew.',
  },
  NO_DATE_YET: {
    ko: '아직 합의된 기한이 없습니다. 고객사의 동의가 필요합니다.',
    en: 'No date is agreed yet: the client has to agree to the first one.',
  },
  MOVE_NEEDS_REASON: {
    ko: '합의 기한을 변경하려면 고객사가 볼 수 있는 사유가 필요합니다.',
    en: 'Moving the agreed date needs a reason that the client reads.',
  },
  CONTEST_NEEDS_REASON: { ko: '이의를 제기하는 사유를 적어 주십시오.', en: 'Please say why you contest it.' },
  WAIT_UNKNOWN: { ko: '해당 대기 기록을 찾을 수 없습니다.', en: 'There is no such waiting.' },
  WAIT_CONTESTED: { ko: '이미 이의가 제기된 대기입니다.', en: 'This waiting was contested already.' },
  WAIT_NOT_CONTESTED: { ko: '처리할 이의가 없습니다.', en: 'Nothing about this waiting is to be settled.' },
  NOT_A_THANK_YOU: {
    ko: '이 글로 재접수되지 않았거나 그 뒤에 다른 회신이 있습니다.',
    en: 'This message didn’t reopen the ticket, or more was said since.',
  },
  NOT_A_SECURITY_INCIDENT: {
    ko: '보안 침해사고 티켓에서만 할 수 있습니다.',
    en: 'This is for security incidents only.',
  },
  STILL_AHEAD: { ko: '현재 시각 이전이어야 합니다.', en: 'This can’t lie ahead.' },
  NOTICE_UNKNOWN: { ko: '해당하는 통지·신고 의무가 없습니다.', en: 'No such notice is known.' },
};

export function sayAgreementProblem(problem: AgreementProblem, zone: string): LocalizedText {
  switch (problem.kind) {
    case 'NO_DATE_FOR_TYPE':
      return {
        ko: `합의 기한은 서비스 요청과 변경에만 정할 수 있습니다(현재: ${TYPES[problem.type].ko}).`,
        en: `Dates are agreed for service requests and changes; this is ${TYPES[problem.type].en}.`,
      };
    case 'NOTICE_ALREADY_GIVEN': {
      const at = (language: Language) => sayInstant(problem.at, zone, language);
      return { ko: `${at('ko')}에 이미 이행했습니다.`, en: `This notice was given at ${at('en')} already.` };
    }
    default:
      return PLAIN[problem.kind];
  }
}

const KINDS: ReadonlySet<string> = new Set([...Object.keys(PLAIN), 'NO_DATE_FOR_TYPE', 'NOTICE_ALREADY_GIVEN']);

export function isAgreementProblem(problem: TicketProblem): problem is AgreementProblem {
  return KINDS.has(problem.kind);
}
