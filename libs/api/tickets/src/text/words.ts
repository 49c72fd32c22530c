import type { Channel, LocalizedText, ResolutionCode, ResponseAct, TicketStatus, TicketType } from '@daylight/domain';

export const TYPES: Readonly<Record<TicketType, LocalizedText>> = {
  INCIDENT: { ko: '장애', en: 'incident' },
  SERVICE_REQUEST: { ko: '서비스 요청(SR)', en: 'service request' },
  CHANGE: { ko: '변경', en: 'change' },
  PROBLEM: { ko: '문제', en: 'problem' },
  SECURITY_INCIDENT: { ko: '보안 침해사고', en: 'security incident' },
};

export const STATUSES: Readonly<Record<TicketStatus, LocalizedText>> = {
  NEW: { ko: '접수', en: 'new' },
  OPEN: { ko: '처리 중', en: 'open' },
  WAITING_ON_CLIENT: { ko: '고객 회신 대기', en: 'waiting on the client' },
  WAITING_ON_THIRD_PARTY: { ko: '외부 업체 대기', en: 'waiting on a third party' },
  SCHEDULED: { ko: '일정 협의 완료', en: 'scheduled' },
  RESOLVED: { ko: '해결', en: 'resolved' },
  CLOSED: { ko: '종료', en: 'closed' },
  CANCELLED: { ko: '취소', en: 'cancelled' },
  MERGED: { ko: '병합', en: 'merged' },
};

export const CHANNELS: Readonly<Record<Channel, LocalizedText>> = {
  PORTAL: { ko: '포털', en: 'portal' },
  CONSOLE: { ko: '콘솔', en: 'console' },
  EMAIL: { ko: '이메일', en: 'e-mail' },
  PHONE: { ko: '전화', en: 'phone' },
  MONITORING: { ko: '모니터링', en: 'monitoring' },
  API: { ko: 'API', en: 'API' },
  IMPORT: { ko: '이관', en: 'import' },
};

export const CODES: Readonly<Record<ResolutionCode, LocalizedText>> = {
  FIXED: { ko: '조치 완료', en: 'fixed' },
  WORKAROUND: { ko: '우회 조치', en: 'workaround' },
  NO_FAULT_FOUND: { ko: '이상 없음', en: 'no fault found' },
  ANSWERED: { ko: '답변 완료', en: 'answered' },
  DUPLICATE: { ko: '중복', en: 'duplicate' },
  OTHER: { ko: '기타', en: 'other' },
};

export const ACTS: Readonly<Record<Exclude<ResponseAct, 'PUBLIC_REPLY'>, LocalizedText>> = {
  LOGGED_CALL: { ko: '통화 기록', en: 'Call logged' },
  OWNER_ACCEPTANCE: { ko: '담당자 접수 확인', en: 'Accepted by its owner' },
  ON_SITE: { ko: '현장 도착', en: 'Arrived on site' },
};
