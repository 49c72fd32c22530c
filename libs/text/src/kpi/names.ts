import type { Exclusion, LocalizedText, VolumeDimension } from '@daylight/domain';

export const EXCLUSION_NAMES: Readonly<Record<Exclusion['reason'], LocalizedText>> = {
  PILOT: { ko: '시범 운영', en: 'pilot' },
  OUT_OF_CONTRACT: { ko: '계약 범위 외', en: 'out of contract' },
  CANCELLED: { ko: '취소', en: 'cancelled' },
  MERGED: { ko: '병합', en: 'merged' },
  NO_CLOCK: { ko: 'SLA 미적용', en: 'without a clock' },
  OUTCOME_UNKNOWN: { ko: '작업 결과 미기록', en: 'outcome not said' },
};

export const DIMENSION_NAMES: Readonly<Record<VolumeDimension, LocalizedText>> = {
  PRIORITY: { ko: '우선순위', en: 'Priority' },
  SERVICE: { ko: '서비스', en: 'Service' },
  CHANNEL: { ko: '접수 경로', en: 'Channel' },
  TYPE: { ko: '유형', en: 'Type' },
};

/** Channels and types of tickets, as volumes are split by. */
export const SPLIT_NAMES: Readonly<Record<string, LocalizedText>> = {
  PORTAL: { ko: '포털', en: 'Portal' },
  CONSOLE: { ko: '제공사 등록', en: 'By the provider' },
  EMAIL: { ko: '이메일', en: 'E-mail' },
  PHONE: { ko: '전화', en: 'Phone' },
  MONITORING: { ko: '모니터링', en: 'Monitoring' },
  API: { ko: 'API', en: 'API' },
  IMPORT: { ko: '이관', en: 'Imported' },
  INCIDENT: { ko: '장애', en: 'Incident' },
  SERVICE_REQUEST: { ko: '서비스 요청(SR)', en: 'Service request' },
  CHANGE: { ko: '변경', en: 'Change' },
  PROBLEM: { ko: '문제', en: 'Problem' },
  SECURITY_INCIDENT: { ko: '보안 침해사고', en: 'Security incident' },
};
