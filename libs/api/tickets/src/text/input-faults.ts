import type { Language, LocalizedText } from '@daylight/domain';
import type { InputFault, InputFaultKind } from '../use-cases/outcome.js';

const TEXTS: Readonly<Record<InputFaultKind, LocalizedText>> = {
  REQUIRED: { ko: '내용을 입력해 주십시오.', en: 'This must not be empty.' },
  TOO_LONG: { ko: '너무 깁니다.', en: 'This is too long.' },
  BAD_CHARACTER: { ko: '저장할 수 없는 문자가 들어 있습니다.', en: 'This holds a character that cannot be stored.' },
  OUT_OF_RANGE: { ko: '1, 2, 3 가운데 하나여야 합니다.', en: 'This has to be 1, 2 or 3.' },
  BAD_SCORE: { ko: '1점부터 5점까지 선택할 수 있습니다.', en: 'This has to be 1 to 5.' },
  UNKNOWN_SERVICE: { ko: '해당 서비스가 없습니다.', en: 'There is no such service.' },
  UNKNOWN_PERSON: { ko: '해당하는 사람이 없습니다.', en: 'There is no such person.' },
  UNKNOWN_TEAM: { ko: '해당 팀이 없습니다.', en: 'There is no such team.' },
  UNKNOWN_FILE: {
    ko: '본인이 올린, 아직 첨부되지 않은 파일만 첨부할 수 있습니다.',
    en: 'Only files of one’s own that hang on nothing yet can be attached.',
  },
  UNKNOWN_TICKET: { ko: '해당 티켓이 없습니다.', en: 'There is no such ticket.' },
  UNKNOWN_VERSION: {
    ko: '이 서비스에 적용되는 합의된 계약 개정본이 아닙니다.',
    en: 'No agreed version of the contract covers this service under that name.',
  },
  VERDICTS_MOVED: {
    ko: '확인하신 뒤 판정 내용이 달라졌습니다. 다시 확인해 주십시오.',
    en: 'What would change is no longer what was shown: please look again.',
  },
  IN_FUTURE: { ko: '미래의 시각일 수 없습니다.', en: 'This can’t lie in the future.' },
  TOO_LONG_AGO: { ko: '30일보다 이전일 수 없습니다.', en: 'This can’t lie more than 30 days back.' },
  NOT_A_CHANNEL_FOR_PEOPLE: {
    ko: '콘솔 또는 전화 접수만 선택할 수 있습니다.',
    en: 'Only console or phone can be chosen.',
  },
  NOT_A_WAITING_STATUS: { ko: '대기 상태가 아닙니다.', en: 'This is no status of waiting.' },
};

/** What is wrong with the input, in the reader's language; `InputProblem`s of the schema. */
export function sayFaults(faults: readonly InputFault[], language: Language) {
  return faults.map(({ path, kind }) => ({ path, kind, message: TEXTS[kind][language] }));
}
