import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { createIntl } from 'react-intl';
import { elementsOf } from './compiled.js';

/** As the build does it. */
const compactMessage = (text: string) => parse(text).map((each) => (each.type === TYPE.literal ? each.value : each));

const WRITTEN = {
  plain: '저장',
  named: '{name} 님이 <j>{number}을/를</j> 열었습니다',
  counted: '{count, plural, =0 {none} one {one ticket} other {# tickets}}',
};
const VALUES = { name: '하린', number: 'OPS-7', count: 3, j: (words: readonly unknown[]) => words.join('') };

it('reads a compiled message as the written one', () => {
  const compiled = Object.fromEntries(Object.entries(WRITTEN).map(([id, text]) => [id, compactMessage(text)] as const));
  expect(compiled['plain']).toEqual(['저장']);
  const said = (messages: ReturnType<typeof elementsOf>) => {
    const intl = createIntl({ locale: 'ko', messages, onError: () => undefined });
    return Object.keys(WRITTEN).map((id) => String(intl.formatMessage({ id }, VALUES)));
  };
  expect(elementsOf(WRITTEN)).toEqual(WRITTEN);
  expect(said(elementsOf(compiled))).toEqual(said(elementsOf(WRITTEN)));
});
