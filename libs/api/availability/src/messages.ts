import type { LocalizedText } from '@daylight/domain';

/** What is wrong with input, as the reader is told. */
export const FAULTS = {
  reversed: { ko: '종료 시각은 시작 시각보다 뒤여야 합니다.', en: 'The end has to come after the beginning.' },
  future: { ko: '미래의 시각은 기록할 수 없습니다.', en: 'This cannot lie in the future.' },
  past: { ko: '이미 지난 시각은 예고할 수 없습니다.', en: 'A time that has passed can’t be announced.' },
  tooOld: { ko: '13개월보다 오래된 시각은 기록할 수 없습니다.', en: 'This lies more than thirteen months back.' },
  tooLong: { ko: '한 번에 31일을 넘을 수 없습니다.', en: 'This may last 31 days at most.' },
  services: { ko: '서비스를 1개 이상 50개 이하로 고르십시오.', en: 'Choose between 1 and 50 services.' },
  twice: { ko: '같은 항목이 두 번 있습니다.', en: 'This is named twice.' },
  noContract: {
    ko: '이 고객사의 계약에 포함되지 않은 서비스입니다.',
    en: 'No contract of this client covers that service then.',
  },
  asset: { ko: '계약의 가용률 조건에 없는 자산입니다.', en: 'The terms on availability don’t name this asset.' },
  ticket: { ko: '이 고객사에 그런 티켓이 없습니다.', en: 'This client has no such ticket.' },
  outside: {
    ko: '제외 시간은 해당 중단 시간 안에 있어야 합니다.',
    en: 'The stretch has to lie within the outage it is about.',
  },
  bodyMissing: { ko: '한국어 또는 영어로 내용을 적어 주십시오.', en: 'Write it in Korean or in English.' },
  noteMissing: { ko: '거절 사유를 적어 주십시오.', en: 'Please say why you refuse it.' },
  notDisputable: {
    ko: '이 수치에서 제외된 항목이 아니므로 이의를 제기할 수 없습니다.',
    en: 'This wasn’t left out of the figure, so there is nothing to dispute.',
  },
  notDisputed: { ko: '고객사가 이의를 제기한 항목이 아닙니다.', en: 'The client doesn’t dispute this.' },
  period: { ko: '2026-08처럼 기간을 적어 주십시오.', en: 'Write a period like 2026-08.' },
  amount: { ko: '금액은 0 이상의 정수여야 합니다.', en: 'The amount has to be a whole number, zero or more.' },
  early: {
    ko: '예고한 시각보다 먼저 시작할 수 없습니다. 시각을 변경해 다시 예고해 주십시오.',
    en: 'Work can’t begin before it was announced to; move it instead.',
  },
  order: {
    ko: '성능 저하의 기준은 중단의 기준보다 낮아야 합니다.',
    en: 'The severity for degraded has to be below that for down.',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/** Why the rules say no. */
export const REFUSALS = {
  OVERLAPS: {
    ko: '같은 서비스에 이미 기록된 중단 시간과 겹칩니다. 기존 기록을 정정해 주십시오.',
    en: 'An outage of the same service and state is recorded for that time already. Correct that one instead.',
  },
  WINDOW_OVERLAPS: {
    ko: '같은 서비스에 예고된 다른 작업과 시간이 겹칩니다.',
    en: 'Other work on the same service is announced for that time.',
  },
  CLAIM_OVERLAPS: {
    ko: '같은 시간에 이미 제안된 제외가 있습니다.',
    en: 'An exclusion is proposed for that time already.',
  },
  CLOSED_ALREADY: { ko: '이미 종료된 중단입니다.', en: 'This outage has ended already.' },
  WITHDRAWN: { ko: '취소된 중단 기록입니다.', en: 'This outage was withdrawn.' },
  CANCELLED: { ko: '취소된 작업입니다.', en: 'This work was cancelled.' },
  RUNNING_ALREADY: { ko: '이미 시작된 작업입니다.', en: 'This work has begun already.' },
  NOT_RUNNING: { ko: '시작되지 않은 작업입니다.', en: 'This work hasn’t begun.' },
  ENDED_ALREADY: { ko: '이미 종료된 작업입니다.', en: 'This work has ended already.' },
  NOT_PROPOSED: { ko: '이미 결정된 제외입니다.', en: 'This exclusion was decided already.' },
  PUBLISHED: {
    ko: '수치가 이미 발행된 기간입니다. 발행된 수치는 바뀌지 않습니다.',
    en: 'The figures of that period are published, and published figures don’t move.',
  },
  RUNNING_PERIOD: { ko: '아직 끝나지 않은 기간은 발행할 수 없습니다.', en: 'A period is published once it is over.' },
  NOTHING_PROMISED: {
    ko: '이 기간에 가용률을 약정한 서비스가 없습니다.',
    en: 'Nothing is promised about being up in that period.',
  },
  SAME_AMOUNT_AGAIN: {
    ko: '인정하는 항목이 없으면 다시 제시할 수 없습니다. 답변은 의견으로 남겨 주십시오.',
    en: 'There is nothing to propose anew unless you concede something; answer with a comment.',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export type RefusalKind = keyof typeof REFUSALS;

/** What an outage that signals opened is called until a person names it; clients read it, and never the name of a source. */
export function outageTitle(alert: string): LocalizedText {
  return { ko: alert, en: alert };
}

export const NO_DATA: LocalizedText = { ko: '데이터 없음', en: 'No data' };

/** Inputs of a kept figure that are other ones now. */
export const DIFFERENCES: Readonly<Record<string, LocalizedText>> = {
  terms: { ko: '계약 조건이 다릅니다.', en: 'The terms differ.' },
  outages: { ko: '중단 기록이 다릅니다.', en: 'The outages differ.' },
  gaps: { ko: '미측정 시간이 다릅니다.', en: 'The unmeasured time differs.' },
  maintenance: { ko: '계획 작업 기록이 다릅니다.', en: 'The maintenance windows differ.' },
  exclusions: { ko: '제외 시간이 다릅니다.', en: 'The exclusions differ.' },
  fees: { ko: '요금이 다릅니다.', en: 'The fees differ.' },
  holidays: { ko: '공휴일이 다릅니다.', en: 'The public holidays differ.' },
  history: { ko: '이전 기간의 결과가 다릅니다.', en: 'The results of earlier periods differ.' },
  capBase: { ko: '크레딧 한도의 사용액이 다릅니다.', en: 'What is used of the cap differs.' },
};
