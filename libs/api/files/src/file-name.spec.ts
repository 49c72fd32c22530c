import { asDownload, safeFileName, safeMediaType } from './file-name.js';

test.each([
  ['a path is left behind', '../../etc/passwd', 'passwd'],
  ['a Windows path too', 'C:\\Users\\me\\로그.txt', '로그.txt'],
  ['Korean from a Mac is composed', '보고서.pdf'.normalize('NFD'), '보고서.pdf'],
  ['characters that turn the reading direction are dropped', 'invoice\u202efdp.exe', 'invoicefdp.exe'],
  ['a name of nothing gets one', ' ../ ', 'file'],
])('%s', (_sentence, given, kept) => {
  expect(safeFileName(given)).toBe(kept);
});

test('the end of a long name stays, since it says what the file is', () => {
  expect(safeFileName(`${'가'.repeat(400)}.pdf`)).toMatch(/^가+\.pdf$/);
});

test.each([
  ['text/plain; charset=euc-kr', 'text/plain'],
  ['nonsense', 'application/octet-stream'],
  ['text/html\r\nX-Evil: 1', 'application/octet-stream'],
])('media type %j is kept as %s', (given, kept) => {
  expect(safeMediaType(given)).toBe(kept);
});

test('a download keeps its Korean name and can not break out of the header', () => {
  expect(asDownload('장애 "보고".pdf')).toBe(
    `attachment; filename="__ ____.pdf"; filename*=UTF-8''%EC%9E%A5%EC%95%A0%20%22%EB%B3%B4%EA%B3%A0%22.pdf`,
  );
});
