import { readBody } from './read-body.js';
import { DEFAULT_MAPPING, parseMapping, type Mapping } from './mapping.js';

const mapped = (document: unknown): Mapping => {
  const parsed = parseMapping(document);
  if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.faults));
  return parsed.mapping;
};

describe('a mapping of any JSON', () => {
  const body = {
    data: {
      'a/b': [
        { check: { name: 'Disk', host: 'db-1' }, is: 'BROKEN', how: 'Rot' },
        { check: { name: 'Swap', host: 'db-2' }, is: 'Fine', how: 'Gelb' },
      ],
    },
  };
  const document = {
    ...{ list: '/data/a~1b', title: ['/check/title', '/check/name'], fingerprint: ['/check/name', '/check/host'] },
    ...{ state: ['/is'], recovered: ['fine'], severity: ['/how'], severities: { Rot: 'CRITICAL', gelb: 'WARNING' } },
    labels: { host: '/check/host', none: '/check/none' },
  };

  test('finds each alert of a list, its words and what sets it apart', () => {
    const read = readBody('generic', Buffer.from(JSON.stringify(body)), mapped(document));
    if (read.kind !== 'signals') throw new Error(JSON.stringify(read));
    expect(read.signals.map(({ title, state, severity, labels }) => [title, state, severity, labels])).toEqual([
      ['Disk', 'FIRING', 'CRITICAL', { host: 'db-1' }],
      ['Swap', 'RECOVERED', 'WARNING', { host: 'db-2' }],
    ]);
    expect(new Set(read.signals.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });

  test('that finds no list, or no title in one of its alerts, makes the body unreadable', () => {
    const text = (value: unknown) => Buffer.from(JSON.stringify(value));
    expect(readBody('generic', text({ data: 1 }), mapped(document))).toMatchObject({ reason: 'UNKNOWN_SHAPE' });
    expect(readBody('generic', text({ data: { 'a/b': [{}] } }), mapped(document))).toMatchObject({
      ...{ reason: 'NO_TITLE', detail: '/data/a~1b/0' },
    });
  });

  test('reads nothing that an object has only inherited', () => {
    const read = readBody('generic', Buffer.from('{"title":"a"}'), mapped({ title: ['/constructor/name', '/title'] }));
    expect(read).toMatchObject({ signals: [{ title: 'a' }] });
  });

  const faults: readonly (readonly [string, unknown, string, string])[] = [
    ['is an object', [], '', 'WRONG_TYPE'],
    ['has no other keys', { title: ['/a'], titel: ['/b'] }, 'titel', 'UNKNOWN_KEY'],
    ['begins its pointers with a slash', { title: ['a'] }, 'title[0]', 'NOT_A_POINTER'],
    ['lists its pointers', { title: '/a' }, 'title', 'NOT_A_LIST'],
    ['says where the title is', {}, 'title', 'MISSING'],
    ['knows four severities', { title: ['/a'], severities: { red: 'RED' } }, 'severities.red', 'NOT_A_SEVERITY'],
    ['points to labels', { title: ['/a'], labels: { host: 'x' } }, 'labels.host', 'NOT_A_POINTER'],
    ['points to the list', { title: ['/a'], list: 'x' }, 'list', 'NOT_A_POINTER'],
    ['has a limit', { title: Array.from({ length: 31 }, () => '/a') }, 'title', 'TOO_MANY'],
  ];

  test.each(faults)('%s', (_name, wrong, path, kind) => {
    expect(parseMapping(wrong)).toMatchObject({ kind: 'invalid', faults: [{ path, kind }] });
  });

  test('the one used before any was made is itself a mapping', () => {
    expect(mapped(JSON.parse(JSON.stringify(DEFAULT_MAPPING)))).toEqual(DEFAULT_MAPPING);
  });
});
