import { emailProblems, nameProblems, normaliseEmail, normaliseName, passwordProblems, zoneProblems } from './input.js';

const kinds = (problems: readonly { readonly kind: string }[]): readonly string[] => problems.map(({ kind }) => kind);

it.each([
  ['an ordinary address', 'kim@client.example', []],
  ['capitals and spaces around', ' Kim@Client.Example ', []],
  ['a Korean domain', '김@회사.한국', []],
  ['nothing', '   ', ['required']],
  ['no at sign', 'kim.client.example', ['not-an-email']],
  ['no dot in the domain', 'kim@client', ['not-an-email']],
  ['a name before it', 'Kim <kim@client.example>', ['not-an-email']],
  ['a header smuggled in', 'kim@client.example\nBcc: x@y.example', ['not-an-email']],
  ['two addresses', 'a@b.example,c@d.example', ['not-an-email']],
  ['an endless address', `${'a'.repeat(250)}@b.example`, ['too-long']],
])('an address: %s', (_name, email, expected) => {
  expect(kinds(emailProblems('email', email))).toEqual(expected);
});

it('an address has one spelling, however it was typed', () => {
  expect(normaliseEmail(' KIM@회사.한국 '.normalize('NFD'))).toBe('kim@회사.한국');
});

it.each([
  ['김민수', []],
  ['  ', ['required']],
  ['a'.repeat(121), ['too-long']],
  ['a\u0000b', ['unprintable-characters']],
  ['a\ud800b', ['unprintable-characters']],
  ['줄\n바꿈', ['unprintable-characters']],
])('a name: %j', (name, expected) => {
  expect(kinds(nameProblems('displayName', name, 120))).toEqual(expected);
});

it('a name keeps single spaces and composed syllables', () => {
  expect(normaliseName('  김  민수 '.normalize('NFD'))).toBe('김 민수');
});

it.each([
  ['ten characters', 'abcdefghij', []],
  ['nine', 'abcdefghi', ['password-too-short']],
  ['ten syllables', '가나다라마바사아자차', []],
  ['the address itself', 'Kim@Client.example', ['password-is-email']],
  ['one character repeated', '가가가가가가가가가가', ['password-too-plain']],
  ['a whole book', 'ab'.repeat(101), ['password-too-long']],
])('a password: %s', (_name, password, expected) => {
  expect(kinds(passwordProblems('password', password, 'kim@client.example'))).toEqual(expected);
});

it('a zone is one that the calendar knows', () => {
  expect(kinds(zoneProblems('timeZone', 'Asia/Seoul'))).toEqual([]);
  expect(kinds(zoneProblems('timeZone', 'Asia/Atlantis'))).toEqual(['unknown-zone']);
  expect(kinds(zoneProblems('timeZone', ''))).toEqual(['unknown-zone']);
});
