import type {
  CreditRefusal,
  CreditStatus,
  ExclusionCause,
  LocalizedText,
  UnmeasuredRule,
  UnplannedReason,
} from '@daylight/domain';

/** Why time may be left out, as both parties would name it. */
export const CAUSES: Readonly<Record<ExclusionCause, LocalizedText>> = {
  CLIENT: { ko: '고객사 원인', en: 'caused by the client' },
  FORCE_MAJEURE: { ko: '불가항력', en: 'force majeure' },
  CLOUD_VENDOR: { ko: '클라우드 사업자 장애', en: 'cloud vendor’s outage' },
};

/** Why work doesn't count as planned (D-MON-2). */
export const UNPLANNED: Readonly<Record<UnplannedReason, LocalizedText>> = {
  NO_TERMS: { ko: '계약에 계획 작업 조건이 없음', en: 'the contract has no terms for planned work' },
  EMERGENCY: { ko: '긴급 작업', en: 'emergency work' },
  CANCELLED: { ko: '취소된 작업', en: 'cancelled' },
  NOT_ANNOUNCED: { ko: '사전 통보가 전달되지 않음', en: 'no announcement was delivered' },
  NOTICE_TOO_SHORT: { ko: '사전 통보 기간 부족', en: 'announced too late' },
  CAP_USED_UP: { ko: '월 계획 작업 한도 초과분 제외 불가', en: 'the rest is above the monthly cap' },
};

export const CLAIM_REASONS: Readonly<Record<'NOT_ACCEPTED' | 'CAUSE_NOT_AGREED', LocalizedText>> = {
  NOT_ACCEPTED: { ko: '상대방이 인정하지 않음', en: 'not accepted' },
  CAUSE_NOT_AGREED: { ko: '계약상 제외 사유가 아님', en: 'not a cause the contract lets be excluded' },
};

export const UNMEASURED: Readonly<Record<UnmeasuredRule, LocalizedText>> = {
  UP: { ko: '정상으로 산정', en: 'counts as up' },
  DOWN: { ko: '중단으로 산정', en: 'counts as down' },
  EXCLUDED: { ko: '산정에서 제외', en: 'is left out' },
};

const STATUSES: Readonly<Record<CreditStatus, LocalizedText>> = {
  COMPUTED: { ko: '산정', en: 'Computed' },
  PROPOSED: { ko: '제시', en: 'Proposed' },
  ACCEPTED: { ko: '수락', en: 'Accepted' },
  DISPUTED: { ko: '이의 제기', en: 'Disputed' },
  WAIVED: { ko: '포기', en: 'Waived' },
  SETTLED: { ko: '정산 완료', en: 'Settled' },
};

const REFUSALS: Readonly<Record<CreditRefusal, LocalizedText>> = {
  WRONG_STATUS: { ko: '현재 상태에서는 할 수 없습니다.', en: 'This can’t be done in the credit’s present state.' },
  NOT_YOURS: { ko: '상대방이 해야 하는 처리입니다.', en: 'This is for the other party to do.' },
  EVIDENCE_MISSING: { ko: '증적이 있어야 제시할 수 있습니다.', en: 'A credit is proposed with its evidence.' },
  REASON_MISSING: { ko: '사유를 적어 주십시오.', en: 'Please give a reason.' },
  REFERENCE_MISSING: { ko: '정산 근거(청구서 번호 등)를 적어 주십시오.', en: 'Please name the invoice or payment.' },
  AMOUNT_NOT_MONEY: {
    ko: '금액은 0 이상의 정수(최소 화폐 단위)여야 합니다.',
    en: 'The amount has to be whole minor units, zero or more.',
  },
  AMOUNT_DIFFERS: { ko: '합의된 금액과 다릅니다.', en: 'This isn’t the amount that was agreed.' },
};

/** A credit's state in a word. */
export function creditStatusName(status: CreditStatus, language: 'ko' | 'en'): string {
  return STATUSES[status][language];
}

/** Why something can't be done with a credit, in both languages. */
export function creditRefusalText(reason: CreditRefusal): LocalizedText {
  return REFUSALS[reason];
}
