import fc from 'fast-check';
import { CanonicalJsonError, canonicalJson, digestOf } from './canonical.js';

/** A double from its IEEE 754 bits, as RFC 8785 appendix B gives them. */
function double(hex: string): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(`0x${hex}`));
  return view.getFloat64(0);
}

const numbers: readonly (readonly [bits: string, text: string])[] = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
];

describe('canonical JSON (RFC 8785)', () => {
  test.each(numbers)('the double %s is written %s', (bits, text) => {
    expect(canonicalJson(double(bits))).toBe(text);
  });

  test('the example of section 3.2.2 has its one form', () => {
    const value = {
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"\/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test('keys are sorted by UTF-16 code units, as in section 3.2.3', () => {
    const value = {
      ...{ '\u20ac': 'Euro Sign', '\r': 'Carriage Return', '\ufb33': 'Hebrew Letter Dalet With Dagesh', '1': 'One' },
      ...{
        '\ud83d\ude00': 'Emoji: Grinning Face',
        '\u0080': 'Control',
        '\u00f6': 'Latin Small Letter O With Diaeresis',
      },
    };
    expect(canonicalJson(value).indexOf('Emoji')).toBeLessThan(canonicalJson(value).indexOf('Hebrew'));
    expect([...canonicalJson(value).matchAll(/:"(\w+)/g)].map(([, word]) => word)).toEqual([
      'Carriage',
      'One',
      'Control',
      'Latin',
      'Euro',
      'Emoji',
      'Hebrew',
    ]);
  });

  const refused: readonly (readonly [string, unknown, object])[] = [
    ['not a number', { a: [1, Number.NaN] }, { kind: 'NOT_FINITE', path: '/a/1' }],
    ['infinity', Infinity, { kind: 'NOT_FINITE', path: '' }],
    ['a missing value', { 'a/b': { c: undefined } }, { kind: 'NOT_JSON', path: '/a~1b/c', type: 'undefined' }],
    ['a hole in a list', [1, , 3], { kind: 'NOT_JSON', path: '/1', type: 'undefined' }],
    ['half a character', ['\ud800'], { kind: 'LONE_SURROGATE', path: '/0' }],
    ['half a character in a key', { '\udc00': 1 }, { kind: 'LONE_SURROGATE', path: '/\udc00' }],
    ['a date', { at: new Date(0) }, { kind: 'NOT_JSON', path: '/at', type: 'Date' }],
    ['a bigint', 1n, { kind: 'NOT_JSON', path: '', type: 'bigint' }],
    [
      'a large number under a key with tilde and slash',
      { 'a~b/c': 1n },
      { kind: 'NOT_JSON', path: '/a~0b~1c', type: 'bigint' },
    ],
  ];

  test.each(refused)('%s is refused and its place named', (_sentence, value, problem) => {
    expect(() => canonicalJson(value)).toThrow(CanonicalJsonError);
    expect(() => canonicalJson(value)).toThrow(expect.objectContaining({ problem }));
  });

  test('what is refused is said with its place, the whole value being the root', () => {
    expect(() => canonicalJson({ due: undefined })).toThrow('no canonical JSON: NOT_JSON at /due');
    expect(() => canonicalJson(Number.NaN)).toThrow('no canonical JSON: NOT_FINITE at (root)');
    expect(() => canonicalJson(Number.NaN)).toThrow(expect.objectContaining({ name: 'CanonicalJsonError' }));
  });

  test('a record without a prototype is written like any other', () => {
    expect(canonicalJson(Object.assign(Object.create(null), { b: 1, a: 2 }))).toBe('{"a":2,"b":1}');
  });

  test('one value in two places is no circle', () => {
    const hours = { from: '09:00' };
    expect(canonicalJson({ mon: hours, tue: hours })).toBe('{"mon":{"from":"09:00"},"tue":{"from":"09:00"}}');
  });

  test('a value that contains itself is refused', () => {
    const value: Record<string, unknown> = {};
    value['self'] = value;
    expect(() => canonicalJson(value)).toThrow(
      expect.objectContaining({ problem: { kind: 'CIRCULAR', path: '/self' } }),
    );
  });

  test('the text means the value, and the order in which keys were written means nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
    expect(canonicalJson({ b: 1, a: 2 })).toBe(canonicalJson({ a: 2, b: 1 }));
  });

  test('a digest is the hash of the canonical text', () => {
    const hashed: string[] = [];
    const sha256 = (text: string) => `hash ${hashed.push(text)}`;
    expect(digestOf({ b: '한', a: 1 }, sha256)).toBe('hash 1');
    expect(hashed).toEqual(['{"a":1,"b":"한"}']);
  });
});
