import { sayInstant } from '@daylight/text';
import { unreachable, type Language, type LocalizedText, type TicketProblem } from '@daylight/domain';
import { isAgreementProblem, sayAgreementProblem } from './agreement-refusals.js';
import { MERGE_OBSTACLES } from './merge-obstacles.js';
import { STATUSES } from './words.js';

interface Reader {
  readonly language: Language;
  readonly zone: string;
}

type Conversation = Extract<TicketProblem, { kind: `MESSAGE_${string}` | `QUESTION_${string}` | 'NOT_A_QUESTION' }>;
type Waiting = Extract<TicketProblem, { kind: `WAITING_${string}` | 'CASE_NUMBER_NEEDED' | 'NOT_IN_FUTURE' }>;

function sayConversation(problem: Conversation): LocalizedText {
  switch (problem.kind) {
    case 'MESSAGE_UNKNOWN':
      return { ko: '해당 글을 찾을 수 없습니다.', en: 'There is no such message.' };
    case 'MESSAGE_EXISTS':
      return { ko: '이미 등록된 글입니다.', en: 'This message is already there.' };
    case 'MESSAGE_TAKEN_BACK':
      return { ko: '이미 철회된 글입니다.', en: 'This message was taken back.' };
    case 'MESSAGE_OF_OTHERS':
      return { ko: '본인이 작성한 글만 철회할 수 있습니다.', en: 'Only one’s own messages can be taken back.' };
    case 'QUESTION_NOT_PUBLIC':
      return { ko: '고객사에 하는 질문은 공개 글이어야 합니다.', en: 'A question to the client has to be public.' };
    case 'QUESTION_NEEDED':
      return {
        ko: '고객 회신 대기로 전환하려면 먼저 공개 질문이 필요합니다.',
        en: 'Waiting on the client needs a public question first.',
      };
    case 'NOT_A_QUESTION':
      return { ko: '질문으로 등록된 공개 글이 아닙니다.', en: 'This message asks the client nothing.' };
    case 'QUESTION_ANSWERED':
      return { ko: '이미 회신을 받은 질문입니다.', en: 'The client has answered this question.' };
    default:
      return unreachable(problem);
  }
}

function sayWaiting(problem: Waiting): LocalizedText {
  switch (problem.kind) {
    case 'WAITING_REASON_UNKNOWN':
      return { ko: '계약에 없는 대기 사유입니다.', en: 'The contract knows no such waiting reason.' };
    case 'WAITING_REASON_MISMATCH':
      return {
        ko: `이 사유는 ‘${STATUSES[problem.meantFor].ko}’에만 쓸 수 있습니다.`,
        en: `This reason is for “${STATUSES[problem.meantFor].en}” only.`,
      };
    case 'CASE_NUMBER_NEEDED':
      return { ko: '외부 업체의 접수 번호가 필요합니다.', en: 'The third party’s case number is needed.' };
    case 'NOT_IN_FUTURE':
      return { ko: '일정은 현재 시각 이후여야 합니다.', en: 'The scheduled time has to lie ahead.' };
    default:
      return unreachable(problem);
  }
}

function sayFollowUp(problem: Extract<TicketProblem, { kind: 'FOLLOW_UP_NEEDED' }>): LocalizedText {
  const { status, windowDays } = problem;
  return {
    ko: `‘${STATUSES[status].ko}’ 상태이며 재접수 기간(${windowDays}일)이 지났거나 종료되었습니다. 후속 티켓을 등록해 주십시오.`,
    en: `It is ${STATUSES[status].en} and can no longer be reopened (window: ${windowDays} days). Please open a follow-up.`,
  };
}

function say(problem: TicketProblem, { zone }: Reader): LocalizedText {
  if (isAgreementProblem(problem)) return sayAgreementProblem(problem, zone);
  switch (problem.kind) {
    case 'NOT_OPENED':
    case 'ALREADY_OPENED':
      return { ko: '티켓의 기록 순서가 올바르지 않습니다.', en: 'This is out of order for a ticket.' };
    case 'NOT_ALLOWED_IN_STATUS':
      return {
        ko: `‘${STATUSES[problem.status].ko}’ 상태에서는 할 수 없습니다.`,
        en: `This can’t be done while the ticket is ${STATUSES[problem.status].en}.`,
      };
    case 'NOT_ALLOWED_FOR_SIDE':
      return { ko: '이 작업을 할 수 있는 쪽이 아닙니다.', en: 'This is for the other side to do.' };
    case 'FOLLOW_UP_NEEDED':
      return sayFollowUp(problem);
    case 'MERGED_ELSEWHERE':
      return {
        ko: '다른 티켓에 병합되었습니다. 그 티켓에서 계속해 주십시오.',
        en: 'It was merged into another ticket: please go on there.',
      };
    case 'NOTHING_CHANGES':
      return { ko: '변경되는 내용이 없습니다.', en: 'Nothing would change.' };
    case 'REASON_NEEDED':
      return {
        ko: `우선순위를 낮추려면(${problem.from} → ${problem.to}) 고객사가 볼 수 있는 사유가 필요합니다.`,
        en: `Lowering the priority (${problem.from} → ${problem.to}) needs a reason that the client reads.`,
      };
    case 'TOO_EARLY': {
      const at = (language: Language) => sayInstant(problem.notBefore, zone, language);
      return { ko: `${at('ko')} 이후에 가능합니다.`, en: `This is possible from ${at('en')}.` };
    }
    case 'NOT_AN_INCIDENT':
      return { ko: '장애 티켓에서만 복구를 기록할 수 있습니다.', en: 'Only an incident can be restored.' };
    case 'NOT_A_CHANGE':
      return {
        ko: '변경 티켓에만 작업 결과를 기록할 수 있습니다.',
        en: 'Only of a change it is recorded how it went.',
      };
    case 'ALREADY_RESTORED': {
      const at = (language: Language) => sayInstant(problem.at, zone, language);
      return { ko: `${at('ko')}에 이미 복구되었습니다.`, en: `The service was restored at ${at('en')} already.` };
    }
    case 'REBINDING_NEEDS_BOTH':
      return {
        ko: '같은 서비스의 다른 계약 개정본 적용은 양측 합의가 필요합니다.',
        en: 'Another version for the same service needs both parties.',
      };
    case 'OWNER_UNNAMED':
      return { ko: '담당자는 이름이 있는 사람이어야 합니다.', en: 'An owner has to be a named person.' };
    case 'MERGE_REFUSED':
      return MERGE_OBSTACLES[problem.obstacle];
    case 'NOT_MERGED':
      return { ko: '병합된 티켓이 아닙니다.', en: 'These tickets are not merged.' };
    case 'WAITING_REASON_UNKNOWN':
    case 'WAITING_REASON_MISMATCH':
    case 'CASE_NUMBER_NEEDED':
    case 'NOT_IN_FUTURE':
      return sayWaiting(problem);
    default:
      return sayConversation(problem);
  }
}

/** Why the rules say no, in the reader's language and zone. */
export function sayRefusal(problem: TicketProblem, reader: Reader): string {
  return say(problem, reader)[reader.language];
}
