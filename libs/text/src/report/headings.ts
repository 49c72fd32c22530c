import type { Language, LocalizedText } from '@daylight/domain';

/** Fixed words of a review's PDF. Never 정기 점검 for a review: to Korean readers it means scheduled downtime. */
export const REPORT_WORDS = {
  title: { ko: '서비스 리뷰 보고서', en: 'Service review' },
  quarterTitle: { ko: '분기 서비스 리뷰(QBR) 보고서', en: 'Quarterly service review' },
  preparedBy: { ko: '작성', en: 'Prepared by' },
  preparedFor: { ko: '고객사', en: 'Prepared for' },
  period: { ko: '대상 기간', en: 'Period' },
  published: { ko: '발행 일시', en: 'Published' },
  figure: { ko: '지표', en: 'Figure' },
  value: { ko: '실적', en: 'Value' },
  target: { ko: '목표', en: 'Target' },
  count: { ko: '대상(n)', en: 'n' },
  reached: { ko: '달성', en: 'Reached' },
  notReached: { ko: '미달', en: 'Not reached' },
  noData: { ko: '데이터 없음', en: 'No data' },
  noTarget: { ko: '–', en: '–' },
  misses: { ko: 'SLA 미준수 내역', en: 'Service levels missed' },
  noMisses: { ko: '기간 내에 SLA 미준수 건이 없습니다.', en: 'No service level was missed in the period.' },
  ticket: { ko: '티켓', en: 'Ticket' },
  priority: { ko: '우선순위', en: 'Priority' },
  at: { ko: '초과 시점', en: 'Missed at' },
  over: { ko: '초과 시간', en: 'Over by' },
  stillOpen: { ko: '처리 중', en: 'unfinished' },
  cause: { ko: '원인', en: 'Cause' },
  outOfContract: { ko: '계약 범위 외 접수', en: 'Out of contract' },
  openedAt: { ko: '접수 시점', en: 'Opened' },
  contractDates: { ko: '계약 주요 일정', en: 'Contract dates ahead' },
  actions: { ko: '후속 조치', en: 'Actions' },
  noActions: { ko: '등록된 후속 조치가 없습니다.', en: 'No actions were agreed.' },
  action: { ko: '내용', en: 'Action' },
  owner: { ko: '담당', en: 'Owner' },
  due: { ko: '기한', en: 'Due' },
  state: { ko: '상태', en: 'State' },
  signatures: { ko: '서명', en: 'Signatures' },
  confirms: {
    ko: '아래 서명은 본 보고서의 수치를 확인하는 것이며, 계약을 변경하지 않습니다.',
    en: 'A signature below confirms the figures of this report. It does not amend the contract.',
  },
  signedOnScreen: { ko: '화면에서 서명', en: 'Signed on screen' },
  signedOnPaper: { ko: '날인본 첨부', en: 'Sealed copy attached' },
  onBehalfOf: { ko: '위임자', en: 'On behalf of' },
  notSigned: { ko: '서명 전', en: 'Not signed yet' },
  integrity: { ko: '무결성 값(SHA-256)', en: 'Integrity (SHA-256)' },
  documentDigest: { ko: '문서', en: 'Document' },
  figuresDigest: { ko: '수치', en: 'Figures' },
  verifyHint: {
    ko: '수치는 티켓 이벤트에서 언제든지 다시 계산하여 검증할 수 있습니다.',
    en: 'The figures can be recomputed from the events of the tickets, and verified, at any time.',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;

const ACTION_STATES = {
  OPEN: { ko: '진행 중', en: 'Open' },
  DONE: { ko: '완료', en: 'Done' },
  DROPPED: { ko: '중단', en: 'Dropped' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export function actionStateName(state: string, language: Language): string {
  return Object.entries(ACTION_STATES).find(([name]) => name === state)?.[1][language] ?? state;
}

/** How many were left out of a list, and why. */
export function notListed(count: number, language: Language): string {
  return language === 'ko'
    ? `비공개 건 등 ${count}건은 목록에 표시하지 않았습니다. 수치에는 포함되어 있습니다.`
    : `${count} more, confidential ones among them, are not listed. They count in the figures.`;
}
