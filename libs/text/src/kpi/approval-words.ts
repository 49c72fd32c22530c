import type { ApprovalSubject, ContractParty, LocalizedText } from '@daylight/domain';
import { percentiles, words, type KpiWords } from './said.js';

const PARTIES: Readonly<Record<ContractParty, LocalizedText>> = {
  CLIENT: { ko: '고객사', en: 'Client' },
  PROVIDER: { ko: '제공사', en: 'Provider' },
};

/** What a party was asked to agree to. */
export const APPROVAL_SUBJECT_NAMES: Readonly<Record<ApprovalSubject, LocalizedText>> = {
  DATE: { ko: '완료 희망일', en: 'Date' },
  REBINDING: { ko: '다른 계약 개정본 적용', en: 'Judging by another version' },
  CLIENT_ACCOUNTABLE: { ko: '고객사 책임 업무 확인', en: 'Client’s responsibility' },
  CONTRACT_VERSION: { ko: '계약 개정본', en: 'Contract version' },
  REVIEW: { ko: '분기 서비스 리뷰(QBR) 서명', en: 'Review to sign' },
};

type ApprovalKey = `${ContractParty}_${'APPROVAL_TIME_P50' | 'APPROVAL_TIME_P90' | 'APPROVALS_OPEN'}`;

function timesOf(party: ContractParty): readonly [p50: KpiWords, p90: KpiWords] {
  const { ko, en } = PARTIES[party];
  return percentiles(
    party === 'CLIENT' ? 'CLIENT' : 'TIMES',
    [`${ko} 승인 소요 시간`, `${en} approval time`],
    ([rankKo, rankEn]) => [
      `${ko}가 승인 요청(기한, 계약 개정본, 리뷰 서명 등)을 받은 때부터 승인 또는 거절하기까지 실제로 경과한 시간의 ${rankKo}입니다(기간 내 결정 기준).`,
      `The ${rankEn} of the wall-clock time from asking the ${en.toLowerCase()} to agree (a date, a contract version, a review to sign and the like) to its yes or no, over decisions in the period.`,
    ],
  );
}

function openOf(party: ContractParty): KpiWords {
  const { ko, en } = PARTIES[party];
  return words(
    [party === 'CLIENT' ? 'CLIENT' : 'TIMES', 'DOWN'],
    [`${ko} 승인 대기`, `Awaiting the ${en.toLowerCase()}’s approval`],
    [
      `기간 말에 ${ko}의 승인 또는 거절을 기다리고 있던 요청 건수입니다.`,
      `Requests that the ${en.toLowerCase()} had answered with neither yes nor no when the period ended.`,
    ],
  );
}

const [clientP50, clientP90] = timesOf('CLIENT');
const [providerP50, providerP90] = timesOf('PROVIDER');

/** Names and definitions of the figures about approvals. */
export const APPROVAL_WORDS: Readonly<Record<ApprovalKey, KpiWords>> = {
  CLIENT_APPROVAL_TIME_P50: clientP50,
  CLIENT_APPROVAL_TIME_P90: clientP90,
  CLIENT_APPROVALS_OPEN: openOf('CLIENT'),
  PROVIDER_APPROVAL_TIME_P50: providerP50,
  PROVIDER_APPROVAL_TIME_P90: providerP90,
  PROVIDER_APPROVALS_OPEN: openOf('PROVIDER'),
};
