import fs from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { credit } from './credit.mjs';

const EXAMPLE = path.join(__dirname, 'credit-example.json');
const example = () => JSON.parse(fs.readFileSync(EXAMPLE, 'utf8'));

async function run(args: readonly string[], input = '') {
  const said = { out: '', error: '' };
  const stdout = { write: (text: string) => (said.out += text) };
  const stderr = { write: (text: string) => (said.error += text) };
  const code = await credit([...args], { stdin: Readable.from([input]), stdout, stderr });
  return { code, ...said };
}

const given = (document: unknown, ...args: readonly string[]) => run(['-', ...args], JSON.stringify(document));

describe('npm run sla -- credit', () => {
  test('the example of docs/sla.md is answered step by step in English', async () => {
    const { code, out, error } = await run([EXAMPLE]);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out.split('\n')).toEqual(
      expect.arrayContaining([
        '  Availability: (2,667,600 − 5,400 − 3,600 × 50 ÷ 100) ÷ 2,667,600 = 99.7300… %',
        '  Target: 99.95 % or more → target missed',
        '  claim-3 (caused by the client): 3,600 s (1 h) excluded',
        '  Fee 2026-08: KRW 15,000,000 × 21 ÷ 31 = KRW 10,161,290.32…',
        '  Credit before VAT (rounded, cut off): KRW 1,403,225',
        '  Total: KRW 1,543,547',
        'Change of the total: +KRW 0',
      ]),
    );
  });

  test('the document’s language or the one asked for decides', async () => {
    const korean = await given({ ...example(), language: 'ko' });
    expect(korean.out).toContain('  합계: 1,543,547원\n');
    expect((await run([EXAMPLE, '--language', 'ko'])).out).toBe(korean.out);
    const { language: _, ...silent } = example();
    expect((await given(silent)).out).toBe((await run([EXAMPLE])).out);
  });

  test('as JSON, fractions stay exact', async () => {
    const { code, out } = await run([EXAMPLE, '--json']);
    const { statement, dispute } = JSON.parse(out);
    expect(code).toBe(0);
    expect(statement).toMatchObject({
      availability: { ratio: '739/741', verdict: 'MISSED', n: 2 },
      credit: { earned: '43500000/31', amountMinor: 1_403_225, vat: { minor: 140_322 }, totalMinor: 1_543_547 },
    });
    expect(dispute).toMatchObject({ kind: 'effect', differenceMinor: 0 });
  });

  test('without a dispute none is told, and a dispute about nothing says so', async () => {
    const { dispute: _, ...calm } = example();
    const { out } = await given(calm);
    expect(out.endsWith('right to terminate not reached\n')).toBe(true);
    const strange = await given({ ...calm, dispute: { kind: 'CLAIM', id: 'x' } });
    expect(strange.out.endsWith('Effect of the dispute: no such exclusion (x)\n')).toBe(true);
  });

  test('a bad document is told place by place and ends with 1', async () => {
    const document = example();
    document.outages[0].to = '2026-08-01T00:00:00Z';
    document.fees[1].monthlyFeeMinor = -5;
    expect(await given(document)).toEqual({ code: 1, out: '', error: 'outages[0].to: it ends before it begins\n' });
    document.outages = [];
    expect(await given(document)).toEqual({ code: 1, out: '', error: 'fees[1].monthlyFeeMinor: below zero: -5\n' });
    expect(await given({ ...document, language: 'ko' })).toMatchObject({
      ...{ code: 1, error: 'fees[1].monthlyFeeMinor: 음수일 수 없습니다: -5\n' },
    });
    expect(await given([])).toEqual({ code: 1, out: '', error: 'document: wrong type, expected: object\n' });
    expect((await given(null)).code).toBe(1);
  });

  test('a file that isn’t there or no JSON ends with 1', async () => {
    const missing = await run(['no-such-file.json']);
    expect(missing).toMatchObject({ code: 1, out: '' });
    expect(missing.error).toMatch(/^no-such-file\.json: ENOENT/);
    const broken = await run(['-'], '{');
    expect(broken.code).toBe(1);
    expect(broken.error).toMatch(/^-: no JSON: /);
  });

  test.each([[[]], [['a', 'b']], [['a', '--language', 'fr']], [['a', '--what']]])(
    'a command that can’t be understood shows how it is written: %j',
    async (args) => {
      const { code, out, error } = await run(args);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(error).toMatch(/^Usage: npm run -s sla -- credit FILE\.json/);
    },
  );
});
