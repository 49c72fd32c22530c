import type { LocalizedText } from '@daylight/domain';

/** What can be wrong with a draft besides its terms. */
export const DRAFT_PROBLEMS = {
  NO_DATE: { ko: '2000년에서 2099년 사이의 실제 날짜를 적어 주십시오.', en: 'Give a real date between 2000 and 2099.' },
  ENDS_BEFORE_START: { ko: '종료일이 시작일보다 빠릅니다.', en: 'The term ends before it starts.' },
  TERM_END_NEEDED: {
    ko: '기간 만료 시 종료되거나 자동 갱신되는 계약, 시범 운영에는 종료일이 필요합니다.',
    en: 'A pilot, and terms that end or renew, need a last day.',
  },
  NO_SERVICES: { ko: '서비스를 하나 이상 선택해 주십시오.', en: 'Choose at least one service.' },
  UNKNOWN_SERVICE: { ko: '서비스 목록에 없는 서비스입니다.', en: 'The catalogue has no such service.' },
  UNKNOWN_CALENDAR: { ko: '해당 서비스 제공 시간을 찾을 수 없습니다.', en: 'There are no such service hours.' },
  UNKNOWN_REGION: { ko: '공휴일 자료가 없는 국가입니다.', en: 'There are no official days for this region.' },
  TOO_MANY: { ko: '한 번에 선택할 수 있는 수를 넘었습니다.', en: 'This is more than can be chosen at once.' },
  CODE_TAKEN: { ko: '이미 쓰고 있는 코드입니다.', en: 'This code is in use already.' },
  CODE_FORM: {
    ko: '코드는 영문 대문자, 숫자, 하이픈으로 2~40자입니다.',
    en: 'A code has 2 to 40 capital letters, digits and dashes.',
  },
  NOT_AFTER_PREVIOUS: {
    ko: '시작일이 이미 합의된 개정본의 시작일보다 늦어야 합니다.',
    en: 'This has to start after the version agreed before it.',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export const OVERLAPPING: LocalizedText = {
  ko: '같은 기간에 같은 서비스를 포함하는 합의된 계약이 있습니다. 아래 계약의 기간을 먼저 조정해 주십시오.',
  en: 'An agreed contract covers the same service in the same time. Change the dates of one of them first.',
};

export const PAST: LocalizedText = {
  ko: '적용 시작일이 이미 지났습니다. 그동안 접수된 건의 판정은 접수 당시의 조건대로 유지됩니다. 이 조건이었다면 달라졌을 판정 목록을 확인하고 서명해 주십시오.',
  en: 'These terms would start in the past. Tickets opened since keep the terms and verdicts they have. Read and sign the list of verdicts that would have been others.',
};

export const OVER_LIMIT: LocalizedText = {
  ko: '계약 금액이 승인 한도를 넘습니다. 한도가 더 큰 승인권자의 동의가 필요합니다.',
  en: 'The amount exceeds your approval limit. An approver with a higher limit has to agree.',
};

/** Why nobody can give notice. */
export const NO_NOTICE = {
  GIVEN: { ko: '이미 해지가 통보된 계약입니다.', en: 'Notice has been given already.' },
  ENDS: {
    ko: '기간이 끝나면 종료되거나 다른 개정본으로 대체된 계약이므로 해지를 통보할 필요가 없습니다.',
    en: 'There is nothing to give notice of: this version ends by itself or has been replaced.',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/** Why an act isn't possible in a state. */
export const STATE_REFUSED = {
  DRAFT: { ko: '아직 제안되지 않은 초안입니다.', en: 'This is a draft that has not been proposed yet.' },
  PROPOSED: {
    ko: '이미 제안되어 내용을 바꿀 수 없습니다. 제안을 철회한 뒤 새로 작성해 주십시오.',
    en: 'This has been proposed and cannot be changed. Withdraw it and draft anew.',
  },
  AGREED: { ko: '이미 합의된 개정본입니다.', en: 'This version has been agreed.' },
  REJECTED: { ko: '이미 거절된 개정본입니다.', en: 'This version has been rejected.' },
  WITHDRAWN: { ko: '이미 철회된 개정본입니다.', en: 'This version has been withdrawn.' },
} as const satisfies Readonly<Record<string, LocalizedText>>;
