import { HOUR } from '../time/instant.js';
import type { Row } from './expect.fixture.js';
import { check, clockOf } from './expect.fixture.js';
import { does, opened } from './story.fixture.js';

describe('a change of priority', () => {
  const p3 = opened('08-03 10:00', 'P3');
  const rows: readonly Row[] = [
    [
      'raised: counts the new target from the change',
      [p3, ['08-03 14:00', 'CLIENT', does.prioritise('P3', 'P1')]],
      '08-03 15:00',
      { due: '08-03 18:00', state: 'RUNNING' },
    ],
    [
      'raised: keeps the old due instant when that is sooner',
      [p3, ['08-05 09:30', 'CLIENT', does.prioritise('P3', 'P2')]],
      '08-05 09:45',
      { due: '08-05 10:00' },
    ],
    [
      'raised after a misclassification: counts from the opening',
      [p3, ['08-03 11:00', 'PROVIDER', does.prioritise('P3', 'P1', 'MISCLASSIFIED')]],
      '08-03 11:30',
      { due: '08-03 14:00', used: 90, target: 240 },
    ],
    [
      'raised after a misclassification: is missed at the change at the earliest',
      [p3, ['08-03 16:00', 'PROVIDER', does.prioritise('P3', 'P1', 'MISCLASSIFIED')]],
      '08-03 17:00',
      { state: 'BREACHED', breachedAt: '08-03 16:00' },
    ],
    [
      'lowered: counts the new target from the opening',
      [opened('08-03 10:00', 'P1'), ['08-03 11:00', 'PROVIDER', does.prioritise('P1', 'P3')]],
      '08-03 12:00',
      { due: '08-05 10:00', used: 120, target: 1080 },
    ],
    [
      'lowered: a miss before it stays a miss',
      [opened('08-03 10:00', 'P1'), ['08-03 15:00', 'PROVIDER', does.prioritise('P1', 'P3')]],
      '08-03 16:00',
      { state: 'BREACHED', breachedAt: '08-03 14:00' },
    ],
    [
      'to one without a target: nothing is promised any more',
      [p3, ['08-03 11:00', 'PROVIDER', does.prioritise('P3', 'P5')]],
      '08-20 12:00',
      { state: 'NONE', verdict: null, used: 60 },
    ],
    [
      'another service: a tighter target counts from the change',
      [p3, ['08-03 16:00', 'PROVIDER', does.moveTo('network', 'quick')]],
      '08-03 17:00',
      { due: '08-03 18:00', state: 'RUNNING' },
    ],
    [
      'another service: a wider target counts from the opening',
      [
        opened('08-03 10:00', 'P3', 'INCIDENT', 'network'),
        ['08-03 11:00', 'PROVIDER', does.moveTo('servers', 'policy')],
      ],
      '08-03 12:00',
      { due: '08-05 10:00' },
    ],
  ];
  test.each(rows)('%s', (_, lines, asOf, expected) => check(clockOf(lines, asOf, 'RESOLUTION'), expected));

  test('shows used time and target that agree with the due instant', () => {
    const clock = clockOf([p3, ['08-03 14:00', 'CLIENT', does.prioritise('P3', 'P1')]], '08-03 15:00', 'RESOLUTION');
    expect(clock).toMatchObject({ usedMs: 5 * HOUR, targetMs: 8 * HOUR, priority: 'P1' });
  });
});
