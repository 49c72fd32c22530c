import { inputRefused, type InputProblem, type InputRefused } from '@daylight/api-calendars';
import type { EscalationProblem, Language, LocalizedText } from '@daylight/domain';

type Words = (detail: string) => LocalizedText;

/** What a problem of a contact, schedule or policy means to the person who wrote it. */
const PROBLEMS: Readonly<Record<EscalationProblem['kind'], Words>> = {
  MISSING: () => ({ ko: '필수 항목이 빠져 있습니다.', en: 'This is required.' }),
  UNKNOWN_KEY: (key) => ({ ko: `알 수 없는 항목입니다: ${key}`, en: `There is no such field: ${key}` }),
  WRONG_TYPE: (type) => ({ ko: `형식이 맞지 않습니다(필요한 형식: ${type}).`, en: `This has to be of type ${type}.` }),
  EMPTY: () => ({ ko: '내용을 입력해 주십시오.', en: 'This must not be empty.' }),
  TOO_LONG: (limit) => ({ ko: `너무 깁니다(한도: ${limit}).`, en: `This is too long (limit: ${limit}).` }),
  OUT_OF_RANGE: (range) => ({ ko: `허용 범위를 벗어났습니다(${range}).`, en: `This is out of its range (${range}).` }),
  NOT_ONE_OF: (list) => ({ ko: `다음 중 하나여야 합니다: ${list}`, en: `This has to be one of: ${list}` }),
  BAD_FORMAT: () => ({ ko: '표기 형식이 맞지 않습니다.', en: 'This is not written as expected.' }),
  WRONG_LENGTH: (range) => ({ ko: `항목 수는 ${range}개여야 합니다.`, en: `The number of items has to be ${range}.` }),
  DUPLICATE: () => ({ ko: '같은 값이 이미 있습니다.', en: 'This is there already.' }),
  UNKNOWN_ZONE: (zone) => ({ ko: `알 수 없는 시간대입니다: ${zone}`, en: `There is no such time zone: ${zone}` }),
  UNKNOWN_REFERENCE: () => ({ ko: '등록되어 있지 않은 대상입니다.', en: 'There is nobody and nothing by that id.' }),
  ENDS_BEFORE_START: () => ({ ko: '끝이 시작보다 뒤여야 합니다.', en: 'This has to end after it starts.' }),
  EMPTY_INTERVAL: () => ({ ko: '시작과 끝이 같습니다.', en: 'It starts and ends at the same time.' }),
  SAME_PERSON: () => ({ ko: '서로 다른 두 사람을 골라 주십시오.', en: 'Choose two different people.' }),
};

/** A refusal in the reader's language. `below` is cut off the front of every path. */
export function refusedOf(problems: readonly EscalationProblem[], language: Language, below = ''): InputRefused {
  return inputRefused(
    problems.map(({ path, kind, detail }): InputProblem => {
      const shown = path.startsWith(below) ? path.slice(below.length) : path;
      return { path: shown, kind, message: PROBLEMS[kind](detail)[language] };
    }),
  );
}

export const WHO_IT_IS: LocalizedText = {
  ko: '이 목록의 사람이 아닙니다. 같은 편의 계정만 연결할 수 있습니다.',
  en: 'This is nobody of that side: only an account of the same side can be linked.',
};
export const CLIENT_NEEDS_A_TENANT: LocalizedText = {
  ko: '고객사 연락처는 어느 고객사인지 정해야 합니다.',
  en: 'A contact of a client has to stand on that client’s list.',
};

/** The page behind a call's link and the answers it gives. Said to somebody who has just been woken up. */
export const LINK_PAGE = {
  title: { ko: '비상 호출', en: 'You are called' },
  started: { ko: '호출 시작', en: 'Began' },
  confidential: { ko: '비공개 문의', en: 'Confidential ticket' },
  answer: { ko: '확인하고 대응하기', en: 'I am on it' },
  effect: {
    ko: '누르면 다음 사람에 대한 호출이 멈춥니다.',
    en: 'When you press it, nobody further is called.',
  },
  done: { ko: '확인되었습니다. 다른 사람은 더 호출하지 않습니다.', en: 'Acknowledged. Nobody further is called.' },
  already: { ko: '이미 응답한 호출입니다.', en: 'This call was answered before.' },
  stopped: { ko: '더 이상 대응이 필요하지 않습니다.', en: 'Nobody is needed any more.' },
  by: { ko: '응답한 사람', en: 'Answered by' },
  unknown: { ko: '유효하지 않은 링크입니다.', en: 'This link is not valid.' },
  unknownHelp: {
    ko: '호출 메시지의 링크를 다시 확인하시거나 서비스 담당자에게 전화해 주십시오.',
    en: 'Open the link from the message once more, or phone your service desk.',
  },
  away: { ko: '지금은 처리할 수 없습니다. 다시 눌러 주십시오.', en: 'This did not work just now. Please press again.' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export const HAND_OVER = {
  notOnCall: {
    ko: '지금 당직이거나 12시간 안에 당직을 마친 사람만 인수인계를 남길 수 있습니다.',
    en: 'Only somebody who is on call, or was within the last 12 hours, can leave a hand-over note.',
  },
  ownNote: {
    ko: '직접 쓴 인수인계는 다른 사람이 확인해야 합니다.',
    en: 'A note is confirmed by somebody other than its author.',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;
