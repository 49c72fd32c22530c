import type { LocalizedText } from '@daylight/domain';

export const KPI_GROUPS = ['ATTAINMENT', 'CLOCKS', 'TIMES', 'QUALITY', 'FLOW', 'BACKLOG', 'VOLUME', 'CLIENT'] as const;
/** Section of the page that a figure stands in. */
export type KpiGroup = (typeof KPI_GROUPS)[number];
/** Which way a change is good news; NEITHER for mere volumes. */
export type KpiDirection = 'HIGHER_IS_BETTER' | 'LOWER_IS_BETTER' | 'NEITHER';

export const GROUP_NAMES: Readonly<Record<KpiGroup, LocalizedText>> = {
  ATTAINMENT: { ko: '서비스 수준 준수율', en: 'Service levels kept' },
  TIMES: { ko: '처리 시간', en: 'Times' },
  QUALITY: { ko: '처리 품질', en: 'Quality' },
  FLOW: { ko: '접수·처리 현황', en: 'Flow' },
  BACKLOG: { ko: '미처리 현황', en: 'Backlog' },
  CLOCKS: { ko: '평가에서 구분한 건', en: 'Counted apart' },
  VOLUME: { ko: '기타 건수', en: 'Volumes' },
  CLIENT: { ko: '고객사 회신·승인', en: 'Client replies and approvals' },
};
