import { csvText } from './csv.js';

test.each([
  ['text that a spreadsheet would run is neutralised', '=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['a leading plus too', '+82 10', `"'+82 10"`],
  ['commas and quotes are quoted', 'a "b", c', '"a ""b"", c"'],
  ['Korean stays as it is', '백업 실패', '백업 실패'],
])('%s', (_sentence, value, written) => {
  expect(csvText([[value]])).toBe(`\uFEFF${written}\r\n`);
});

test('numbers and empty cells stay bare', () => {
  expect(csvText([['a', 3, null]])).toBe('\uFEFFa,3,\r\n');
});
