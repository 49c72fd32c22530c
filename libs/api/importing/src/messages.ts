import type { Language, LocalizedText } from '@daylight/domain';
import type { CaseProblem } from './cases/case.js';
import type { MappingProblem } from './mapping/mapping.js';
import type { FileFault } from './reading/read-rows.js';

const CASE: Readonly<Record<CaseProblem['kind'], LocalizedText>> = {
  NOT_A_TIME: { ko: '시각으로 읽을 수 없습니다: “{}”', en: 'This is not a time: “{}”' },
  NO_ZONE: {
    ko: '시간대가 없는 시각입니다. 매핑에 시간대를 지정해 주십시오: “{}”',
    en: 'This time carries no zone; name one in the mapping: “{}”',
  },
  UNKNOWN_VALUE: { ko: '매핑에 없는 값입니다: “{}”', en: 'The mapping has no entry for this value: “{}”' },
  UNMATCHED_ENTRY: { ko: '어느 단계에도 해당하지 않는 기록입니다.', en: 'No step of the mapping fits this entry.' },
  UNKNOWN_PERSON: { ko: '등록되지 않은 사람입니다: “{}”', en: 'Nobody of that name is known: “{}”' },
  UNKNOWN_SERVICE: {
    ko: '서비스 카탈로그에 없는 코드입니다: “{}”',
    en: 'The service catalogue has no such code: “{}”',
  },
  UNKNOWN_WAITING_REASON: {
    ko: '계약에 없는 대기 사유입니다: “{}”',
    en: 'No contract knows this waiting reason: “{}”',
  },
  OUT_OF_ORDER: {
    ko: '접수 시각보다 앞서거나 같은 건이 두 번 나옵니다: “{}”',
    en: 'This lies before the opening, or the case comes twice: “{}”',
  },
  CHANGED_SINCE: {
    ko: '이미 가져온 건인데 내용이 달라졌습니다. 이전 가져오기를 취소한 뒤 다시 시도해 주십시오.',
    en: 'Imported before, with other content: undo that run first.',
  },
  UNREADABLE_TEXT: {
    ko: '깨진 문자가 있습니다. 파일을 UTF-8로 저장해 주십시오.',
    en: 'This holds broken characters; save the file as UTF-8.',
  },
  TEXT_TOO_LONG: {
    ko: '글이 너무 깁니다. 최대 길이(글자): {}',
    en: 'This text is too long; characters at most: {}',
  },
  WRONG_COLUMNS: { ko: '열의 수가 맞지 않습니다.', en: 'The number of columns is wrong.' },
};

const MAPPING: Readonly<Record<MappingProblem['kind'], LocalizedText>> = {
  MALFORMED: { ko: '매핑의 이 부분을 읽을 수 없습니다: {}', en: 'This part of the mapping can’t be read: {}' },
  MISSING_COLUMN: { ko: '파일에 없는 열입니다: “{}”', en: 'The file has no such column: “{}”' },
  UNKNOWN_SERVICE: {
    ko: '서비스 카탈로그에 없는 코드입니다: “{}”',
    en: 'The service catalogue has no such code: “{}”',
  },
  UNKNOWN_WAITING_REASON: {
    ko: '계약에 없는 대기 사유입니다: “{}”',
    en: 'No contract knows this waiting reason: “{}”',
  },
};

const FAILURE: Readonly<Record<FileFault | 'BAD_MAPPING', LocalizedText>> = {
  BROKEN_CSV: { ko: 'CSV 형식이 깨졌습니다: {}', en: 'The CSV is broken: {}' },
  UNCLOSED_QUOTE: {
    ko: '이 줄에서 시작하는 행에 닫히지 않은 따옴표(")가 있습니다.',
    en: 'The row that begins here has a quotation mark (") that is never closed.',
  },
  STRAY_QUOTE: {
    ko: '이 줄에서 시작하는 행에 잘못 놓인 따옴표(")가 있습니다. 칸 안의 따옴표는 두 번("") 써야 합니다.',
    en: 'The row that begins here has a quotation mark (") out of place; within a cell it is written twice ("").',
  },
  ROW_TOO_LONG: {
    ko: '이 줄에서 시작하는 행이 4백만 자를 넘습니다. 닫히지 않은 따옴표가 없는지 확인해 주십시오.',
    en: 'The row that begins here has more than 4 million characters; a quotation mark may be left open.',
  },
  WRONG_WIDTH: {
    ko: '칸의 수가 열 이름의 수와 다릅니다(칸 / 열 이름: {}).',
    en: 'The number of cells isn’t that of the column names (cells / names: {}).',
  },
  NOT_UTF8: {
    ko: 'UTF-8로 읽을 수 없는 글자가 있습니다. 엑셀에서는 “CSV UTF-8(쉼표로 분리)” 형식으로 저장해 주십시오.',
    en: 'This holds characters that aren’t UTF-8; in Excel, save as “CSV UTF-8 (Comma delimited)”.',
  },
  NO_HEADER: { ko: '열 이름이 있는 첫 줄이 없습니다.', en: 'There is no first line with names of columns.' },
  DUPLICATE_COLUMN: { ko: '같은 이름의 열이 두 개 있습니다: “{}”', en: 'Two columns have the same name: “{}”' },
  BROKEN_COMPRESSION: { ko: '압축을 풀 수 없습니다: {}', en: 'The file can’t be decompressed: {}' },
  NO_SUCH_FILE: { ko: '파일이 없습니다: {}', en: 'There is no such file: {}' },
  MISSING_COLUMN: MAPPING.MISSING_COLUMN,
  EMPTY_CASE_KEY: {
    ko: '건을 구분하는 열이 비어 있습니다: “{}”',
    en: 'The column that tells cases apart is empty: “{}”',
  },
  CASE_KEY_TOO_LONG: {
    ko: '건을 구분하는 값이 300자를 넘습니다: “{}” 열',
    en: 'What tells cases apart has more than 300 characters, in the column “{}”',
  },
  BAD_MAPPING: MAPPING.MALFORMED,
};
const LINE: LocalizedText = { ko: '{}번째 줄: ', en: 'Line {}: ' };
const UNKNOWN_FAILURE: LocalizedText = { ko: '가져오기가 중단되었습니다: {}', en: 'The import stopped: {}' };
const REFUSED: Readonly<Record<'NOT_NOW' | 'NOT_YOURS', LocalizedText>> = {
  NOT_NOW: { ko: '지금 상태에서는 할 수 없습니다.', en: 'The run’s state doesn’t allow that.' },
  NOT_YOURS: {
    ko: '다른 사람이 실행한 가져오기는 관리자만 되돌릴 수 있습니다.',
    en: 'Only an administrator can undo what somebody else imported.',
  },
};
const WORKED_ON: LocalizedText = {
  ko: '가져온 뒤 누군가 작업한 티켓이 있어 되돌릴 수 없습니다: {}건',
  en: 'Somebody has worked on imported tickets since; they can’t be taken back: {}',
};

const lookUp = (texts: Readonly<Record<string, LocalizedText>>, kind: string): LocalizedText =>
  (Object.hasOwn(texts, kind) ? texts[kind] : undefined) ?? UNKNOWN_FAILURE;

const say = (text: LocalizedText, language: Language, detail: string): string =>
  text[language].replace('{}', () => detail);

export const caseProblemText = (kind: string, detail: string, language: Language): string =>
  say(lookUp(CASE, kind), language, detail);

export const mappingProblemText = (problem: MappingProblem, language: Language): string =>
  say(MAPPING[problem.kind], language, problem.detail);

export function failureText(
  failure: { readonly kind: string; readonly line: number | null; readonly detail: string },
  language: Language,
): string {
  const where = failure.line === null ? '' : say(LINE, language, String(failure.line));
  return where + say(lookUp(FAILURE, failure.kind), language, failure.detail);
}

export const refusedText = (why: keyof typeof REFUSED, language: Language): string => REFUSED[why][language];
export const workedOnText = (count: number, language: Language): string => say(WORKED_ON, language, String(count));
