import type { LocalizedText, TermsProblem } from '@daylight/domain';

type Words = (detail: string) => LocalizedText;

/** What a problem of a terms or calendar document means to the person who wrote it. */
const TERMS_PROBLEMS: Readonly<Record<TermsProblem['kind'], Words>> = {
  MISSING: () => ({ ko: '필수 항목이 빠져 있습니다.', en: 'This is required.' }),
  UNKNOWN_KEY: (key) => ({ ko: `알 수 없는 항목입니다: ${key}`, en: `There is no such field: ${key}` }),
  WRONG_TYPE: (type) => ({ ko: `형식이 맞지 않습니다(필요한 형식: ${type}).`, en: `This has to be of type ${type}.` }),
  EMPTY: () => ({ ko: '내용을 입력해 주십시오.', en: 'This must not be empty.' }),
  TOO_LONG: (limit) => ({ ko: `너무 깁니다(한도: ${limit}).`, en: `This is too long (limit: ${limit}).` }),
  OUT_OF_RANGE: (range) => ({ ko: `허용 범위를 벗어났습니다(${range}).`, en: `This is out of its range (${range}).` }),
  NOT_ONE_OF: (words) => ({ ko: `다음 중 하나여야 합니다: ${words}`, en: `This has to be one of: ${words}` }),
  BAD_FORMAT: (form) => ({
    ko: `표기 형식이 맞지 않습니다(${form}).`,
    en: `This is not written as expected (${form}).`,
  }),
  WRONG_LENGTH: (range) => ({ ko: `항목 수는 ${range}개여야 합니다.`, en: `The number of items has to be ${range}.` }),
  DUPLICATE: (key) => ({ ko: `같은 값이 이미 있습니다: ${key}`, en: `This is there already: ${key}` }),
  UNKNOWN_ZONE: (zone) => ({ ko: `알 수 없는 시간대입니다: ${zone}`, en: `There is no such time zone: ${zone}` }),
  BAD_TIME: (time) => ({
    ko: `시각으로 읽을 수 없습니다: ${time} (예: 09:00, 24:00)`,
    en: `This is no time of day: ${time} (e.g. 09:00, 24:00)`,
  }),
  BAD_DATE: (date) => ({
    ko: `없는 날짜이거나 중복된 날짜입니다: ${date}`,
    en: `There is no such date, or it is there twice: ${date}`,
  }),
  EMPTY_INTERVAL: () => ({
    ko: '시작과 끝이 같습니다. 하루 종일은 00:00-24:00으로 적어 주십시오.',
    en: 'It starts and ends at the same time. Write 00:00-24:00 for a whole day.',
  }),
  OVERLAPPING_INTERVALS: () => ({
    ko: '다른 시간대와 겹칩니다(자정을 넘기는 경우 포함).',
    en: 'This overlaps other hours (also past midnight).',
  }),
  NEVER_OPEN: () => ({ ko: '서비스 제공 시간이 하나도 없습니다.', en: 'There are no service hours at all.' }),
  UNKNOWN_REFERENCE: (id) => ({
    ko: `이 계약 조건에 없는 항목을 가리킵니다: ${id}`,
    en: `These terms have nothing by that id: ${id}`,
  }),
  UNKNOWN_CURRENCY: (code) => ({ ko: `알 수 없는 통화입니다: ${code}`, en: `There is no such currency: ${code}` }),
  NOT_ASCENDING: (marks) => ({
    ko: `작은 값부터 차례로 적어 주십시오: ${marks}`,
    en: `Write these in ascending order: ${marks}`,
  }),
  TARGET_TWICE: (promise) => ({
    ko: `같은 대상의 목표가 두 번 있습니다: ${promise}`,
    en: `There are two targets for the same thing: ${promise}`,
  }),
  CASE_NUMBER_MUST_BE_NEEDED: (reason) => ({
    ko: `외부 업체 대기로 시계를 멈추려면 접수 번호가 필요해야 합니다: ${reason}`,
    en: `Waiting for a third party stops a clock only with its case number: ${reason}`,
  }),
  REGION_NEEDED: () => ({
    ko: '공휴일을 따르려면 국가를 정해야 합니다(예: KR).',
    en: 'To follow public holidays, name their country (e.g. KR).',
  }),
  REGION_NOT_EXPECTED: () => ({
    ko: '공휴일을 따르지 않으므로 국가를 비워 주십시오.',
    en: 'Leave the country empty: public holidays are not followed.',
  }),
  UNKNOWN_KPI: (kpi) => ({ ko: `알 수 없는 지표입니다: ${kpi}`, en: `There is no such KPI: ${kpi}` }),
  CLOCK_NEEDED: (kpi) => ({
    ko: `어느 시계의 지표인지 정해 주십시오: ${kpi}`,
    en: `Name the clock this KPI is for: ${kpi}`,
  }),
  CLOCK_NOT_EXPECTED: (kpi) => ({
    ko: `시계와 무관한 지표입니다: ${kpi}`,
    en: `This KPI is not about a clock: ${kpi}`,
  }),
  RENEWAL_WITHOUT_LENGTH: () => ({
    ko: '자동 갱신 기간은 1개월 이상이어야 합니다.',
    en: 'A contract that renews has to do so by at least one month.',
  }),
  NOTHING_DEEMED: () => ({
    ko: '동의 간주 일수를 하나 이상 적거나, 동의 간주를 사용하지 않도록 해 주십시오.',
    en: 'Name at least one number of business days, or switch deemed consent off.',
  }),
  WEIGHTS_SUM_TO_ZERO: () => ({
    ko: '자산별 가중치를 하나 이상 0보다 크게 적어 주십시오.',
    en: 'At least one asset needs a weight above zero.',
  }),
  WEIGHTS_NOT_EXPECTED: (rule) => ({
    ko: `가중 방식이 아니므로 가중치를 비워 주십시오(${rule}).`,
    en: `Leave the weights empty: assets are not weighted (${rule}).`,
  }),
  CALENDAR_NEEDED: () => ({
    ko: '사전 통보를 영업일로 세려면 서비스 제공 시간을 정해 주십시오.',
    en: 'Name the calendar in which business days of notice are counted.',
  }),
  TIER_EMPTY: (range) => ({
    ko: `크레딧 구간의 끝은 시작보다 커야 합니다(${range}).`,
    en: `A credit step has to end above its start (${range}).`,
  }),
  TIER_GAP: (range) => ({
    ko: `크레딧 구간이 비어 있습니다. 0%부터 빈틈없이 이어 주십시오(${range}).`,
    en: `The credit steps leave a gap. They have to reach from 0 % up (${range}).`,
  }),
  TIER_OVERLAP: (range) => ({
    ko: `다른 크레딧 구간과 겹칩니다(${range}).`,
    en: `This credit step overlaps another one (${range}).`,
  }),
  CREDIT_FALLS: (range) => ({
    ko: `수치가 나쁠수록 크레딧이 줄어들 수 없습니다(${range}).`,
    en: `A worse figure cannot earn a smaller credit (${range}).`,
  }),
  MORE_MISSES_THAN_PERIODS: (rule) => ({
    ko: `미달 횟수는 대상 기간 수를 넘을 수 없습니다(${rule}).`,
    en: `There cannot be more misses than periods (${rule}).`,
  }),
};

/** Longest piece of the input that an answer repeats. */
const LONGEST_QUOTE = 200;

/** A document's problem in both languages. */
export function termsProblemText({ kind, detail }: TermsProblem): LocalizedText {
  const quoted = detail.length > LONGEST_QUOTE ? `${detail.slice(0, LONGEST_QUOTE)}…` : detail;
  return TERMS_PROBLEMS[kind](quoted);
}

export const REGION_UNKNOWN = {
  ko: '공휴일 자료가 없는 국가입니다. 두 글자 국가 코드를 적어 주십시오(예: KR).',
  en: 'There are no official days for this region. Use a two-letter country code (e.g. KR).',
} as const;

export const RANGE_WRONG = {
  ko: '조회 기간은 시작일이 앞서야 하고 400일을 넘을 수 없습니다.',
  en: 'The range has to start before it ends and cover at most 400 days.',
} as const;
