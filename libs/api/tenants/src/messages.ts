import type { Language, LocalizedText } from '@daylight/domain';

const MESSAGES = {
  required: { ko: '필수 항목입니다.', en: 'This is required.' },
  'too-long': { ko: '너무 깁니다.', en: 'This is too long.' },
  'unprintable-characters': { ko: '사용할 수 없는 문자가 있습니다.', en: 'This holds characters that can’t be used.' },
  'unknown-zone': { ko: '알 수 없는 시간대입니다.', en: 'This time zone is not known.' },
  'prefix-form': {
    ko: '접두어는 영문 대문자로 시작하는 2~10자의 영문 대문자와 숫자여야 합니다.',
    en: 'A prefix is 2 to 10 capital letters and digits, beginning with a letter.',
  },
  'prefix-taken': { ko: '이미 다른 고객사가 쓰는 접두어입니다.', en: 'Another client has this prefix.' },
  'not-a-first-stage': {
    ko: '새 고객사는 잠재 고객, 시범 운영, 운영 단계로만 시작할 수 있습니다.',
    en: 'A new client begins as a prospect, in a pilot or active.',
  },
  'stage-not-next': {
    ko: '현재 단계에서 바로 갈 수 없는 단계입니다.',
    en: 'That stage does not follow from the present one.',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export interface Problem {
  readonly path: string;
  readonly kind: keyof typeof MESSAGES;
}

/** The refusal of an input, in the reader's language. */
export function refused(language: Language, problems: readonly Problem[]) {
  return {
    __typename: 'InputRefused',
    problems: problems.map(({ path, kind }) => ({ path, kind, message: MESSAGES[kind][language] })),
  } as const;
}

export type InputRefused = ReturnType<typeof refused>;

export const TENANT_NOT_FOUND = { __typename: 'NotFound', what: 'tenant' } as const;
