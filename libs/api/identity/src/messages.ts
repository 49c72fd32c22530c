import type { Language, LocalizedText } from '@daylight/domain';

const MESSAGES = {
  required: { ko: '필수 항목입니다.', en: 'This is required.' },
  'too-long': { ko: '너무 깁니다.', en: 'This is too long.' },
  'unprintable-characters': { ko: '사용할 수 없는 문자가 있습니다.', en: 'This holds characters that can’t be used.' },
  'not-an-email': { ko: '이메일 주소 형식이 아닙니다.', en: 'This is not an e-mail address.' },
  'unknown-zone': { ko: '알 수 없는 시간대입니다.', en: 'This time zone is not known.' },
  'password-too-short': { ko: '비밀번호는 10자 이상이어야 합니다.', en: 'A password has at least 10 characters.' },
  'password-too-long': { ko: '비밀번호는 200자 이하여야 합니다.', en: 'A password has at most 200 characters.' },
  'password-is-email': {
    ko: '이메일 주소를 비밀번호로 쓸 수 없습니다.',
    en: 'The password can’t be the e-mail address.',
  },
  'password-too-plain': {
    ko: '같은 글자만 반복한 비밀번호는 쓸 수 없습니다.',
    en: 'The password can’t repeat one character.',
  },
  'password-wrong': { ko: '현재 비밀번호가 맞지 않습니다.', en: 'The current password is not right.' },
  'roles-missing': { ko: '역할을 하나 이상 선택하십시오.', en: 'Choose at least one role.' },
  'roles-not-yours': {
    ko: '본인이 가진 권한을 넘는 역할은 부여하거나 변경할 수 없습니다.',
    en: 'You can’t give or change roles beyond your own.',
  },
  'limit-not-whole': {
    ko: '승인 한도는 0 이상의 정수여야 합니다.',
    en: 'An approval limit is a whole number of at least 0.',
  },
  'limit-above-own': {
    ko: '본인의 승인 한도보다 높게 지정할 수 없습니다.',
    en: 'The approval limit can’t be above your own.',
  },
  'not-a-date': { ko: '날짜 형식이 아닙니다.', en: 'This is not a date.' },
  'in-the-past': { ko: '오늘 이후의 날짜를 선택하십시오.', en: 'Choose today or a later day.' },
  'ends-before-start': { ko: '종료일은 시작일 이후여야 합니다.', en: 'The last day can’t be before the first.' },
  'delegation-too-long': {
    ko: '위임 기간은 366일을 넘을 수 없습니다.',
    en: 'A delegation lasts at most 366 days.',
  },
  'delegate-can-not-read': {
    ko: '승인 대상을 볼 수 있는 담당자나 승인권자에게만 위임할 수 있습니다.',
    en: 'Only a coordinator or an approver can stand in: others can’t read what is to be approved.',
  },
  'email-taken': { ko: '이미 사용 중인 이메일 주소입니다.', en: 'This e-mail address is in use.' },
  'already-member': { ko: '이미 이 고객사의 구성원입니다.', en: 'This person is a member already.' },
  'person-deactivated': { ko: '사용이 중지된 사용자입니다.', en: 'This person is deactivated.' },
  'not-invited': {
    ko: '이미 가입을 마친 사용자입니다.',
    en: 'This person has signed in before; no invitation is open.',
  },
  'self-not-possible': { ko: '본인에게는 할 수 없습니다.', en: 'You can’t do this to yourself.' },
  'last-admin': {
    ko: '관리자가 한 명 이상 남아 있어야 합니다.',
    en: 'At least one active administrator must remain.',
  },
  'admin-restricted': {
    ko: '관리자는 일부 고객사로 제한할 수 없습니다.',
    en: 'An administrator can’t be restricted to some clients.',
  },
  'name-taken': { ko: '이미 사용 중인 이름입니다.', en: 'This name is in use.' },
  'not-active-staff': { ko: '재직 중인 직원이 아닙니다.', en: 'This is not an active member of staff.' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export type ProblemKind = keyof typeof MESSAGES;

/** One thing in the input that can't be taken, as the schema's InputProblem. */
export interface InputProblem {
  readonly path: string;
  readonly kind: string;
  readonly message: string;
}

export interface InputRefused {
  readonly __typename: 'InputRefused';
  readonly problems: readonly InputProblem[];
}

/** A problem and where it is, not yet in anybody's language. */
export interface Problem<Kind extends ProblemKind = ProblemKind> {
  readonly path: string;
  readonly kind: Kind;
}

/** The refusal of an input, in the reader's language. */
export function refused(language: Language, problems: readonly Problem[]): InputRefused {
  return {
    __typename: 'InputRefused',
    problems: problems.map(({ path, kind }) => ({ path, kind, message: MESSAGES[kind][language] })),
  };
}

export interface NotFound {
  readonly __typename: 'NotFound';
  readonly what: string;
}

export function missing(what: string): NotFound {
  return { __typename: 'NotFound', what };
}
