import { askedLanguage } from './language.js';

it.each([
  ['ko', 'ko'],
  ['EN ', 'en'],
  ['ko-KR,ko;q=0.9,en;q=0.8', null],
  ['de', null],
  ['', null],
  [undefined, null],
])('the header Accept-Language: %s asks for %s', (header, language) => {
  expect(askedLanguage(header === undefined ? {} : { 'accept-language': header })).toBe(language);
});
