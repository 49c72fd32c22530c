import type { Language, LocalizedText } from '@daylight/domain';

export { isId } from '@daylight/api-platform';

/** One thing in the input that can't be taken, as the API shows it. */
export interface InputProblem {
  readonly path: string;
  readonly kind: string;
  readonly message: string;
}

/** The answer to input that can't be taken; nothing was written. */
export interface InputRefused {
  readonly __typename: 'InputRefused';
  readonly problems: readonly InputProblem[];
}

/** There is no such thing, or it isn't the caller's: the same words for both. */
export interface NotFound {
  readonly __typename: 'NotFound';
  readonly what: string;
}

/** No answer names more problems than this: nobody reads on, and a hostile document may have millions. */
const MOST_PROBLEMS = 100;

export function inputRefused(problems: readonly InputProblem[]): InputRefused {
  return { __typename: 'InputRefused', problems: problems.slice(0, MOST_PROBLEMS) };
}

export function notFoundResult(what: string): NotFound {
  return { __typename: 'NotFound', what };
}

const EMPTY: LocalizedText = { ko: '내용을 입력해 주십시오.', en: 'This must not be empty.' };
const UNSTORABLE: LocalizedText = {
  ko: '저장할 수 없는 문자(NUL 또는 깨진 문자)가 들어 있습니다.',
  en: 'This holds a character that cannot be stored (NUL or half a character).',
};

/** Whether PostgreSQL can keep a text: neither NUL nor lone surrogates. */
export function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}

/** Looks at one text of the input; empty when it is fine. `max` in UTF-16 units. */
export function textProblems(
  value: string,
  at: { readonly path: string; readonly max: number; readonly language: Language },
): readonly InputProblem[] {
  const { path, max, language } = at;
  if (value.trim() === '') return [{ path, kind: 'EMPTY', message: EMPTY[language] }];
  if (value.length > max) return [{ path, kind: 'TOO_LONG', message: tooLong(max)[language] }];
  return isStorable(value) ? [] : [{ path, kind: 'BAD_CHARACTER', message: UNSTORABLE[language] }];
}

/** The same for a name in both languages. */
export function nameProblems(
  name: LocalizedText,
  at: { readonly path: string; readonly max: number; readonly language: Language },
): readonly InputProblem[] {
  return [
    ...textProblems(name.ko, { ...at, path: `${at.path}.ko` }),
    ...textProblems(name.en, { ...at, path: `${at.path}.en` }),
  ];
}

/** Texts of a document that the database couldn't keep, by path; for documents whose shape is known to be right. */
export function unstorableTexts(value: unknown, path: string, language: Language): readonly InputProblem[] {
  if (typeof value === 'string') {
    return isStorable(value) ? [] : [{ path, kind: 'BAD_CHARACTER', message: UNSTORABLE[language] }];
  }
  if (Array.isArray(value)) return value.flatMap((item, index) => unstorableTexts(item, `${path}[${index}]`, language));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    unstorableTexts(member, path === '' ? key : `${path}.${key}`, language),
  );
}

function tooLong(max: number): LocalizedText {
  return { ko: `${max}자를 넘을 수 없습니다.`, en: `This may have at most ${max} characters.` };
}
