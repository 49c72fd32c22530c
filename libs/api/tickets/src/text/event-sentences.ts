import { sayInstantAndZone } from '@daylight/text';
import { unreachable, type Language, type LocalizedText, type TicketEvent } from '@daylight/domain';
import { sayAgreement, type VersionsNamed } from './agreement-sentences.js';
import { ACTS, CHANNELS, CODES, TYPES } from './words.js';

/** What a sentence about an event may name besides the event itself. */
export interface Named {
  readonly person: string | null;
  readonly team: string | null;
  /** Key of the other ticket of a merge. */
  readonly otherKey: string | null;
  readonly reason: string | null;
  /** The waiting reason in the words of the terms. */
  readonly waiting: LocalizedText | null;
  readonly zone: string;
  /** Of a rebinding that is proposed or agreed. */
  readonly versions: VersionsNamed;
}

type Of<K extends TicketEvent['kind']> = Extract<TicketEvent, { kind: K }>;

function because(sentence: LocalizedText, reason: string | null): LocalizedText {
  if (reason === null) return sentence;
  return { ko: `${sentence.ko} 사유: ${reason}`, en: `${sentence.en} Reason: ${reason}` };
}

function withComment({ ko, en }: LocalizedText, comment: string | null): LocalizedText {
  return comment === null ? { ko, en } : { ko: `${ko}, 의견: ${comment}`, en: `${en} “${comment}”` };
}

function sayAssigned({ person, team }: Named, { assigneeId }: Of<'ASSIGNED'>): LocalizedText {
  const inTeam = team === null ? { ko: '', en: '' } : { ko: `(${team})`, en: ` (${team})` };
  if (assigneeId === null) {
    return team === null
      ? { ko: '담당자 배정을 해제했습니다.', en: 'Assigned to nobody.' }
      : { ko: `담당 팀: ${team}`, en: `Given to the team ${team}.` };
  }
  return { ko: `담당자: ${person ?? '—'}${inTeam.ko}`, en: `Assigned to ${person ?? '—'}${inTeam.en}.` };
}

function sayWaiting(event: Of<'WAITING_STARTED'>, { waiting, zone }: Named): LocalizedText {
  const name = waiting ?? { ko: event.reason, en: event.reason };
  const number =
    event.caseNumber === null
      ? { ko: '', en: '' }
      : { ko: `, 접수 번호 ${event.caseNumber}`, en: `, case ${event.caseNumber}` };
  const until = (language: Language): string =>
    event.until === null ? '' : sayInstantAndZone(event.until, zone, language);
  const end = event.until === null ? { ko: '', en: '' } : { ko: `, ${until('ko')}까지`, en: `, until ${until('en')}` };
  return { ko: `대기 시작: ${name.ko}${number.ko}${end.ko}`, en: `Waiting: ${name.en}${number.en}${end.en}.` };
}

function sayMessage({ visibility, question, automatic }: Of<'MESSAGE_ADDED'>): LocalizedText {
  if (visibility === 'INTERNAL') return { ko: '내부 메모를 남겼습니다.', en: 'Wrote an internal note.' };
  if (automatic) return { ko: '자동 회신이 등록되었습니다.', en: 'An automatic message came in.' };
  return question
    ? { ko: '고객사에 질문했습니다.', en: 'Asked the client a question.' }
    : { ko: '회신했습니다.', en: 'Replied.' };
}

const RESUMED: Readonly<Record<Of<'RESUMED'>['cause'], LocalizedText>> = {
  CLIENT_REPLY: { ko: '고객 회신으로 대기가 끝났습니다.', en: 'The client answered: waiting ended.' },
  STAFF: { ko: '대기를 끝내고 처리를 재개했습니다.', en: 'Waiting ended.' },
  SCHEDULE_REACHED: { ko: '협의한 일정이 되어 처리를 재개했습니다.', en: 'The scheduled time came: waiting ended.' },
};

const CLOSED: Readonly<Record<Of<'CLOSED'>['cause'], LocalizedText>> = {
  CLIENT: { ko: '고객사가 확인하고 종료했습니다.', en: 'Confirmed and closed by the client.' },
  STAFF: { ko: '종료했습니다.', en: 'Closed.' },
  TIMER: { ko: '기간 내 의견이 없어 자동 종료되었습니다.', en: 'Closed by itself: nobody objected in time.' },
  IMPORT: { ko: '종료(이관 기록)', en: 'Closed (as imported).' },
};

/** One sentence about one thing that happened, in both languages; who and when stand beside it. */
export function sayEvent(event: TicketEvent, named: Named): LocalizedText {
  switch (event.kind) {
    case 'OPENED': {
      const { ko, en } = CHANNELS[event.channel];
      return {
        ko: `접수되었습니다(${ko}, ${TYPES[event.type].ko}, ${event.priority}).`,
        en: `Opened by ${en} (${TYPES[event.type].en}, ${event.priority}).`,
      };
    }
    case 'PRIORITY_CHANGED': {
      const wrong =
        event.cause === 'MISCLASSIFIED'
          ? { ko: '(분류 오류 정정)', en: ' (had been misclassified)' }
          : { ko: '', en: '' };
      const said = {
        ko: `우선순위 변경${wrong.ko}: ${event.from} → ${event.to}.`,
        en: `Priority changed${wrong.en}: ${event.from} → ${event.to}.`,
      };
      return because(said, named.reason);
    }
    case 'SERVICE_CHANGED':
      return { ko: '대상 서비스를 변경했습니다.', en: 'Moved to another service.' };
    case 'CLASSIFIED':
      return {
        ko: `분류 변경: ${TYPES[event.type].ko}, 영향도 ${event.impact}, 긴급도 ${event.urgency}`,
        en: `Classified: ${TYPES[event.type].en}, impact ${event.impact}, urgency ${event.urgency}.`,
      };
    case 'MESSAGE_ADDED':
      return sayMessage(event);
    case 'MESSAGE_WITHDRAWN':
      return { ko: '글을 철회했습니다.', en: 'Took a message back.' };
    case 'RESPONSE_LOGGED': {
      const who = named.person === null ? '' : `: ${named.person}`;
      return { ko: `${ACTS[event.act].ko}${who}`, en: `${ACTS[event.act].en}${who}` };
    }
    case 'ASSIGNED':
      return sayAssigned(named, event);
    case 'WAITING_STARTED':
      return sayWaiting(event, named);
    case 'RESUMED':
      return RESUMED[event.cause];
    case 'WORK_STARTED':
      return { ko: '처리를 시작했습니다.', en: 'Work started.' };
    case 'SERVICE_RESTORED':
      return { ko: '서비스가 복구되었습니다.', en: 'Service restored.' };
    case 'RESOLVED':
      return { ko: `해결했습니다(${CODES[event.code].ko}).`, en: `Resolved (${CODES[event.code].en}).` };
    case 'REOPENED':
      return { ko: '재접수되었습니다.', en: 'Reopened.' };
    case 'CLOSED':
      return CLOSED[event.cause];
    case 'CANCELLED':
      return { ko: '취소되었습니다.', en: 'Cancelled.' };
    case 'MERGED':
      return {
        ko: `${named.otherKey ?? '다른'} 티켓에 병합되었습니다.`,
        en: `Merged into ${named.otherKey ?? 'another ticket'}.`,
      };
    case 'ABSORBED':
      return {
        ko: `${named.otherKey ?? '다른'} 티켓을 병합했습니다.`,
        en: `Took in ${named.otherKey ?? 'another ticket'}.`,
      };
    case 'UNMERGED':
      return {
        ko: `${named.otherKey ?? '다른'} 티켓과의 병합을 취소했습니다. 처리를 계속합니다.`,
        en: `No longer merged into ${named.otherKey ?? 'another ticket'}: goes on by itself.`,
      };
    case 'RELEASED':
      return {
        ko: `${named.otherKey ?? '다른'} 티켓의 병합을 취소했습니다.`,
        en: `${named.otherKey ?? 'Another ticket'} goes on by itself again.`,
      };
    case 'CONFIDENTIAL_SET':
      return event.confidential
        ? { ko: '비공개로 전환했습니다.', en: 'Made confidential.' }
        : { ko: '비공개를 해제했습니다.', en: 'No longer confidential.' };
    case 'WATCHER_ADDED':
      return { ko: `참조인 추가: ${named.person ?? '—'}`, en: `${named.person ?? '—'} watches it.` };
    case 'WATCHER_REMOVED':
      return { ko: `참조인 제외: ${named.person ?? '—'}`, en: `${named.person ?? '—'} watches it no more.` };
    case 'REBOUND':
    case 'PROPOSED':
    case 'PROPOSAL_ANSWERED':
    case 'DATE_SET':
    case 'WAITING_CONTESTED':
    case 'CONTEST_SETTLED':
    case 'NO_ACTION_NEEDED':
    case 'PERSONAL_DATA_SET':
    case 'NOTICE_GIVEN':
    case 'CHANGE_OUTCOME_SET':
      return because(sayAgreement(event, named.zone, named.versions), named.reason);
    case 'RATED':
      return withComment(sayAgreement(event, named.zone), named.reason);
    default:
      return unreachable(event);
  }
}
