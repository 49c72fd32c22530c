import { resolveParticle } from '@daylight/web-format';
import { useCallback } from 'react';
import { useIntl, type IntlShape } from 'react-intl';

export type TextValue = string | number | boolean | null | undefined;
export type TextValues = Readonly<Record<string, TextValue>>;
export type Say<Id extends string> = (id: Id, values?: TextValues) => string;

const particle = (chunks: readonly unknown[]): string => resolveParticle(chunks.join(''));

/** One message as plain text. `<j>{name}을/를</j>` in a Korean message takes the particle that fits the name. */
export function say(intl: IntlShape, id: string, values: TextValues = {}): string {
  const given = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value ?? '']));
  const text = intl.formatMessage({ id }, { ...given, j: particle });
  return Array.isArray(text) ? text.join('') : String(text);
}

/** Makes an app's `useText`, typed by its own catalogue: `const useText = createText<keyof typeof ko>()`. */
export function createText<Id extends string>(): () => Say<Id> {
  return function useText() {
    const intl = useIntl();
    return useCallback<Say<Id>>((id, values) => say(intl, id, values), [intl]);
  };
}
