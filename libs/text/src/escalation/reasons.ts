import type { Instant, Language, SkipReason } from '@daylight/domain';
import { unreachable } from '@daylight/domain';
import { sayInstant } from '../explain/instant.js';

/** Why somebody is passed over, as a remark without a full stop (D-ESC-1). Instants are read in `zone`. */
export function saySkipReason(reason: SkipReason, zone: string, language: Language): string {
  return language === 'ko' ? inKorean(reason, zone) : inEnglish(reason, zone);
}

function inKorean(reason: SkipReason, zone: string): string {
  const say = (at: Instant) => sayInstant(at, zone, 'ko');
  switch (reason.kind) {
    case 'NOT_YET_VALID':
      return `${say(reason.from)}부터 유효한 연락처`;
    case 'NO_LONGER_VALID':
      return `${say(reason.since)}에 유효 기간 종료`;
    case 'NO_CHANNEL':
      return '등록된 연락 수단 없음';
    case 'ALL_CHANNELS_BOUNCED':
      return `${say(reason.since)}부터 모든 연락 수단 전달 실패`;
    case 'UNKNOWN_CALENDAR':
      return '연락 가능 시간표를 찾을 수 없음';
    case 'OUTSIDE_OWN_HOURS':
      return reason.nextOpen === null
        ? '연락 가능 시간 없음'
        : `연락 가능 시간 외, 다음 가능 시각 ${say(reason.nextOpen)}`;
    case 'UNKNOWN_CONTACT':
      return '연락처를 찾을 수 없음';
    case 'UNKNOWN_PERSON':
      return '비상연락망에 등록되지 않은 사람';
    case 'UNKNOWN_SCHEDULE':
      return '온콜 일정을 찾을 수 없음';
    case 'UNKNOWN_TEAM':
      return '팀을 찾을 수 없음';
    case 'NOBODY_ON_SHIFT':
      return reason.nextFrom === null ? '당직자 없음' : `당직자 없음, 다음 당직 시작 ${say(reason.nextFrom)}`;
    case 'NOBODY_IN_ROLE':
      return '해당 역할의 담당자 없음';
    case 'EMPTY_TEAM':
      return '팀원 없음';
    case 'ALREADY_LISTED':
      return '이미 호출 대상에 포함됨';
    default:
      return unreachable(reason);
  }
}

function inEnglish(reason: SkipReason, zone: string): string {
  const say = (at: Instant) => sayInstant(at, zone, 'en');
  switch (reason.kind) {
    case 'NOT_YET_VALID':
      return `valid only from ${say(reason.from)}`;
    case 'NO_LONGER_VALID':
      return `no longer valid since ${say(reason.since)}`;
    case 'NO_CHANNEL':
      return 'no channel on record';
    case 'ALL_CHANNELS_BOUNCED':
      return `every channel failing since ${say(reason.since)}`;
    case 'UNKNOWN_CALENDAR':
      return 'contact hours not found';
    case 'OUTSIDE_OWN_HOURS':
      return reason.nextOpen === null ? 'no contact hours' : `outside contact hours until ${say(reason.nextOpen)}`;
    case 'UNKNOWN_CONTACT':
      return 'contact not found';
    case 'UNKNOWN_PERSON':
      return 'not on the list of contacts';
    case 'UNKNOWN_SCHEDULE':
      return 'on-call schedule not found';
    case 'UNKNOWN_TEAM':
      return 'team not found';
    case 'NOBODY_ON_SHIFT':
      return reason.nextFrom === null ? 'nobody on call' : `nobody on call until ${say(reason.nextFrom)}`;
    case 'NOBODY_IN_ROLE':
      return 'nobody has this role';
    case 'EMPTY_TEAM':
      return 'the team has no members';
    case 'ALREADY_LISTED':
      return 'already being called';
    default:
      return unreachable(reason);
  }
}
