import type { Language, LocalizedText } from '@daylight/domain';
import type { NotificationKind } from './kinds.js';

/** What a kind is called where no application's own words are at hand. */
const NAMES: Readonly<Record<NotificationKind, LocalizedText>> = {
  TICKET_OPENED: { ko: '티켓 접수', en: 'A ticket was opened' },
  TICKET_REPLIED: { ko: '새 답변', en: 'A reply' },
  TICKET_ASSIGNED: { ko: '담당자 배정', en: 'Somebody is in charge' },
  TICKET_RESOLVED: { ko: '해결', en: 'A ticket was resolved' },
  CLOCK_WARNED: { ko: '처리 기한 임박', en: 'A due time comes close' },
  CLOCK_BREACHED: { ko: 'SLA 미준수', en: 'A due time was missed' },
  APPROVALS_LENT: { ko: '승인 권한 위임', en: 'Approvals were lent to you' },
  TICKET_PROPOSED: { ko: '회신이 필요한 제안', en: 'A proposal waits for an answer' },
  TICKET_ANSWERED: { ko: '제안에 대한 회신', en: 'A proposal was answered' },
  TICKET_DATE_SET: { ko: '합의 기한 설정·변경', en: 'An agreed date was set or moved' },
  TICKET_WAITING_CONTESTED: { ko: '대기 시간 이의 제기', en: 'A waiting was contested' },
  TICKET_CONTEST_SETTLED: { ko: '대기 시간 이의 처리', en: 'A contested waiting was settled' },
  TICKET_REBOUND: { ko: '다른 계약 개정본 적용', en: 'A ticket judged by another version' },
  TICKET_UNMERGED: { ko: '병합 취소', en: 'A merge undone' },
  TICKET_NOTICE_WARNED: { ko: '법정 통지 기한 임박', en: 'A notice by law comes due' },
  TICKET_NOTICE_BREACHED: { ko: '법정 통지 기한 초과', en: 'A notice by law is overdue' },
  TICKET_NOTICE_GIVEN: { ko: '법정 통지 이행', en: 'A notice by law was given' },
  CLOCK_DUE_MOVED: { ko: '공휴일에 따른 기한 조정', en: 'A due time moved by a holiday' },
  CONTRACT_TERM_AHEAD: { ko: '계약 통보 기한·만료 예정', en: 'The end of a contract’s term is near' },
  CONTRACT_TERM_REACHED: { ko: '계약 갱신·만료', en: 'A contract renewed or ended' },
  CONTRACT_PROPOSED: { ko: '계약 또는 변경계약 제안', en: 'A contract or amendment was proposed' },
  CONTRACT_AGREED: { ko: '계약 또는 변경계약 성립', en: 'A contract or amendment was agreed' },
  OUTAGE_UPDATED: { ko: '서비스 중단 경과', en: 'News of an outage' },
  MAINTENANCE_TOLD: { ko: '계획 작업 예고·변경·취소', en: 'Maintenance announced, moved or cancelled' },
  EXCLUSION_PROPOSED: { ko: '가용률 제외 제안', en: 'Time proposed to be left out of availability' },
  CREDIT_PROPOSED: { ko: '서비스 크레딧 제시', en: 'A service credit was proposed' },
  CREDIT_ANSWERED: { ko: '서비스 크레딧 회신·정산', en: 'A service credit was answered or settled' },
  REVIEW_PUBLISHED: { ko: '리뷰 발행', en: 'A review was published' },
  REVIEW_SIGNED: { ko: '리뷰 서명', en: 'A review was signed' },
  REVIEW_AMENDED: { ko: '리뷰 추록', en: 'An addendum to a review' },
  ESCALATION_UNANSWERED: { ko: '비상 호출 미응답', en: 'An escalation went unanswered' },
  COVERAGE_GAPS: { ko: '연락 공백 시간대', en: 'Nobody can be reached' },
};

export function kindName(kind: NotificationKind, language: Language): string {
  return NAMES[kind][language];
}
