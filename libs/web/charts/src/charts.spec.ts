import {
  bullet,
  bulletFloor,
  stagger,
  timelineBoxes,
  timelineFrame,
  timelineTicks,
  timelineX,
  trend,
} from './index.js';

const HOUR = 3_600_000;

describe('the timeline picture', () => {
  const frame = { start: 0, end: 10 * HOUR, width: 1_000 };
  it('boxes of gapless stretches share their edges, so they fill the bar exactly', () => {
    const boxes = timelineBoxes(frame, [
      { from: 0, to: HOUR / 3 },
      { from: HOUR / 3, to: 4 * HOUR },
      { from: 4 * HOUR, to: 10 * HOUR },
    ]);
    boxes.slice(1).forEach((box, index) => {
      const before = boxes[index];
      expect(box.x).toBeCloseTo((before?.x ?? 0) + (before?.width ?? 0), 6);
    });
    expect(boxes.reduce((sum, box) => sum + box.width, 0)).toBeCloseTo(1_000, 6);
  });
  it('leaves air at both ends for the labels', () => {
    const shown = timelineFrame([0, 100 * HOUR], 500);
    expect(timelineX(shown, 0)).toBeGreaterThan(0);
    expect(timelineX(shown, 100 * HOUR)).toBeLessThan(500);
  });
  it('labels stand at round wall-clock times in the zone', () => {
    const seoul = 9 * HOUR;
    const ticks = timelineTicks(
      { start: Date.parse('2026-11-20T00:20:00Z'), end: Date.parse('2026-11-20T08:00:00Z'), width: 1 },
      6,
      seoul,
    );
    expect(ticks.map((at) => new Date(at).toISOString().slice(11, 16))).toEqual(['01:00', '03:00', '05:00', '07:00']);
  });
  it('labels that would touch move to a second row', () => expect(stagger([0, 10, 100], 50)).toEqual([0, 1, 0]));
});

describe('bullets', () => {
  it('clamps to the scale and leaves out what was not measured', () => {
    expect(bullet({ value: 97, target: 95, previous: null, min: 90, max: 100, width: 200 })).toEqual({
      bar: 140,
      target: 100,
      previous: null,
    });
    expect(bullet({ value: null, target: 95, previous: 50, min: 90, max: 100, width: 200 })).toEqual({
      bar: null,
      target: 100,
      previous: 0,
    });
  });
  it('the scale begins below the least figure', () =>
    expect([bulletFloor([97, 99]), bulletFloor([63]), bulletFloor([null])]).toEqual([80, 60, 80]));
});

describe('trends', () => {
  it('breaks the line where nothing was measured instead of drawing zero', () => {
    const drawn = trend(
      [
        { label: 'a', value: 1 },
        { label: 'b', value: null },
        { label: 'c', value: 3 },
      ],
      { width: 100, height: 50, target: 2 },
    );
    expect(drawn.line.match(/M/g)).toHaveLength(2);
    expect(drawn.dots.map((dot) => dot.index)).toEqual([0, 2]);
  });
  it('an empty series still has a frame', () =>
    expect(trend([], { width: 100, height: 50, target: null }).dots).toEqual([]));
});
