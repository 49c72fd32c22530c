import { withoutQuote } from './quoted.js';

it.each([
  ['Gmail', 'Yes.\n\nOn Mon, Mar 2, 2026 at 10:00 AM Kim <kim@a.example> wrote:\n> Really?', 'Yes.'],
  ['Gmail, wrapped', 'Yes.\n\nOn Mon, Mar 2, 2026 at 10:00 AM Kim\n<kim@a.example> wrote:\n\n> Really?', 'Yes.'],
  ['Gmail in Korean', '네.\n\n2026년 3월 2일 (월) 오전 10:00, 김민수 <kim@a.example>님이 작성:\n> 정말요?', '네.'],
  ['Naver', '네.\n\n-----Original Message-----\nFrom: "김민수"\n정말요?', '네.'],
  [
    'Outlook',
    'Yes.\n________________________________\nFrom: Kim\nSent: Monday\nTo: Help\nSubject: Server\n\nReally?',
    'Yes.',
  ],
  ['Outlook in Korean', '네.\n\n보낸 사람: 김민수\n보낸 날짜: 월요일\n받는 사람: 헬프\n제목: 서버\n\n정말요?', '네.'],
  ['a quote without a word', 'Yes.\n\n> Really?\n> Sure?\n', 'Yes.'],
])('the quoted mail of %s is not shown again', (_program, text, shown) => {
  expect(withoutQuote(text)).toBe(shown);
});

it.each([
  ['words between the quotes stay', 'On Monday Kim wrote:\n> One?\nYes.\n> Two?\nNo.'],
  ['words below the quote stay', '> Really?\n> Sure?\n\nYes, I am.'],
  ['nothing but a quote stays whole', '> Really?'],
  ['a sentence that begins like a header field stays', 'From: here to there it takes an hour.\nThanks'],
])('%s', (_sentence, text) => {
  expect(withoutQuote(text)).toBe(text);
});
