import type { CreditDocumentProblem, Language, LocalizedText } from '@daylight/domain';

type Words = (detail: string) => LocalizedText;

const simple =
  (ko: string, en: string): Words =>
  () => ({ ko, en });
const quoting =
  (ko: string, en: string): Words =>
  (detail) => ({ ko: `${ko}: ${detail}`, en: `${en}: ${detail}` });

const WORDS: Readonly<Record<CreditDocumentProblem['kind'], Words>> = {
  MISSING: simple('필수 항목이 빠져 있습니다', 'this is required'),
  UNKNOWN_KEY: simple('알 수 없는 항목입니다', 'there is no such field'),
  WRONG_TYPE: quoting('형식이 맞지 않습니다. 필요한 형식', 'wrong type, expected'),
  EMPTY: simple('비어 있습니다', 'this is empty'),
  TOO_LONG: quoting('너무 깁니다. 한도', 'too long, at most'),
  OUT_OF_RANGE: quoting('허용 범위를 벗어났습니다', 'out of range'),
  NOT_ONE_OF: quoting('다음 중 하나여야 합니다', 'expected one of'),
  BAD_FORMAT: quoting('표기 형식이 맞지 않습니다', 'not written as expected'),
  WRONG_LENGTH: quoting('항목 수가 맞지 않습니다', 'wrong number of items, expected'),
  DUPLICATE: quoting('같은 값이 이미 있습니다', 'this is there already'),
  UNKNOWN_ZONE: quoting('알 수 없는 시간대입니다', 'unknown time zone'),
  BAD_TIME: quoting('시각으로 읽을 수 없습니다', 'no time of day'),
  BAD_DATE: quoting('없는 날짜입니다', 'no date'),
  EMPTY_INTERVAL: simple('시작과 끝이 같습니다', 'it starts and ends at the same time'),
  OVERLAPPING_INTERVALS: simple('다른 시간대와 겹칩니다', 'it overlaps other hours'),
  NEVER_OPEN: simple('서비스 제공 시간이 하나도 없습니다', 'there are no service hours at all'),
  UNKNOWN_REFERENCE: quoting('이 문서에 없는 항목을 가리킵니다', 'this document has nothing by that id'),
  WEIGHTS_SUM_TO_ZERO: simple('가중치의 합이 0입니다', 'the weights sum to zero'),
  WEIGHTS_NOT_EXPECTED: simple(
    '가중 방식이 아니므로 가중치를 비워 주십시오',
    'assets are not weighted, leave the weights empty',
  ),
  CALENDAR_NEEDED: simple('영업일을 셀 서비스 제공 시간이 필요합니다', 'business days need a calendar'),
  TIER_EMPTY: quoting('크레딧 구간의 끝은 시작보다 커야 합니다', 'a credit step has to end above its start'),
  TIER_GAP: quoting('크레딧 구간이 비어 있습니다', 'the credit steps leave a gap'),
  TIER_OVERLAP: quoting('크레딧 구간이 겹칩니다', 'the credit steps overlap'),
  CREDIT_FALLS: quoting('수치가 나쁠수록 크레딧이 줄어듭니다', 'a worse figure earns a smaller credit'),
  MORE_MISSES_THAN_PERIODS: quoting('미달 횟수가 기간 수보다 많습니다', 'more misses than periods'),
  NOT_AN_INSTANT: quoting('시점이 아닙니다', 'no instant'),
  REVERSED: simple('시작보다 먼저 끝납니다', 'it ends before it begins'),
  UNKNOWN_ASSET: quoting('알 수 없는 자산입니다', 'unknown asset'),
  NOT_WHOLE: quoting('최소 화폐 단위의 정수여야 합니다', 'not whole minor units'),
  NEGATIVE: quoting('음수일 수 없습니다', 'below zero'),
  TOO_LARGE: quoting('너무 큽니다', 'too large to be exact'),
  UNKNOWN_CURRENCY: quoting('알 수 없는 통화입니다', 'unknown currency'),
  BAD_RATE: quoting('환율은 0보다 큰 소수로 적어 주십시오', 'a rate is a decimal above zero'),
  RATE_WITHOUT_SOURCE: simple('환율의 출처가 없습니다', 'the rate names no source'),
  OVERLAP: simple('앞의 개정본과 기간이 겹칩니다', 'it overlaps the version before'),
  NOT_A_RATIO: quoting('0과 1 사이의 비율이 아닙니다', 'no ratio between 0 and 1'),
};

/** Longest piece of the document that an answer repeats. */
const LONGEST_QUOTE = 120;

/** One problem with its place: `outages[2].to: it ends before it begins`. */
export function sayDocumentProblem({ path, kind, detail }: CreditDocumentProblem, language: Language): string {
  const quoted = detail.length > LONGEST_QUOTE ? `${detail.slice(0, LONGEST_QUOTE)}…` : detail;
  const where = path === '' ? (language === 'ko' ? '문서' : 'document') : path;
  return `${where}: ${WORDS[kind](quoted)[language]}`;
}
