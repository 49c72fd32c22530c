import { groupKeyOf, opensTicket, type Grouping, type TicketFrom } from './grouping.js';
import { gradesOfSeverity, isAtLeast, isSeverity, SEVERITIES, type Severity } from './signal.js';

const alert = (fingerprint: string, title: string, labels: Readonly<Record<string, string>>) => ({
  ...{ fingerprint, title, labels },
});
const one = alert('a', 'Disk full', { host: 'db-1', site: 'Seoul' });
const other = alert('b', 'Disk full', { host: 'db-2', site: 'Seoul' });

describe('which alerts share a ticket', () => {
  const rules: readonly (readonly [string, Grouping, boolean])[] = [
    ['each alert has its own by fingerprint', { by: 'FINGERPRINT' }, false],
    ['alerts of one title share it', { by: 'TITLE' }, true],
    ['alerts of one site share it', { by: 'LABELS', labels: ['site'] }, true],
    ['alerts of different hosts do not', { by: 'LABELS', labels: ['site', 'host'] }, false],
    ['a label that is missing everywhere sets nothing apart', { by: 'LABELS', labels: ['rack'] }, true],
    ['everything of a source shares it', { by: 'SOURCE' }, true],
  ];

  test.each(rules)('%s', (_name, grouping, same) => {
    expect(groupKeyOf(one, grouping) === groupKeyOf(other, grouping)).toBe(same);
  });

  test('a missing label is not the text null', () => {
    const grouping: Grouping = { by: 'LABELS', labels: ['rack'] };
    expect(groupKeyOf(one, grouping)).not.toBe(groupKeyOf({ ...one, labels: { rack: 'null' } }, grouping));
  });
});

describe('which alerts open a ticket by themselves', () => {
  const table: readonly (readonly [Severity, TicketFrom, boolean])[] = [
    ['CRITICAL', 'WARNING', true],
    ['WARNING', 'WARNING', true],
    ['INFO', 'WARNING', false],
    ['CRITICAL', 'NEVER', false],
    ['INFO', 'INFO', true],
  ];

  test.each(table)('%s where tickets begin at %s: %s', (severity, from, expected) => {
    expect(opensTicket(severity, from)).toBe(expected);
  });
});

test('severities are ordered, and a worse one never makes a milder ticket', () => {
  expect(isAtLeast('HIGH', 'WARNING')).toBe(true);
  expect(isSeverity('HIGH') && !isSeverity('high')).toBe(true);
  const weights = SEVERITIES.map((each) => gradesOfSeverity(each)).map(({ impact, urgency }) => impact + urgency);
  expect(weights).toEqual([...weights].sort((a, b) => a - b));
});
