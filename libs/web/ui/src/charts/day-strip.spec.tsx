import { fireEvent, screen } from '@testing-library/react';
import type { StripDay } from '@daylight/web-charts';
import { renderUi } from '../testing.js';
import { DayStrip } from './day-strip.js';

const HOUR = 3_600_000;
const day = (date: string, changes: Partial<StripDay> = {}): StripDay => ({
  ...{ date, lengthMs: 24 * HOUR, downMs: 0, degradedMs: 0, unmeasuredMs: 0, plannedMs: 0 },
  ...changes,
});
const DAYS = [
  day('2026-11-01', { downMs: 42 * 60_000, plannedMs: HOUR }),
  day('2026-11-02'),
  day('2026-11-03', { lengthMs: 0 }),
  day('2026-11-04', { unmeasuredMs: 5 * 60_000 }),
];

const strip = () => screen.getByRole('listbox', { name: '서버 운영' });
const draw = () =>
  renderUi(
    <DayStrip
      title="서버 운영"
      finding="하루 중단되었습니다."
      days={DAYS}
      about={({ date }) => <a href={`#${date}`}>장애 보기</a>}
    />,
  );
const chosen = () => screen.getByRole('option', { selected: true }).getAttribute('aria-label');

describe('the strip of days', () => {
  it('says each day in words, whatever its colour', () => {
    draw();
    expect(screen.getAllByRole('option').map((each) => each.getAttribute('aria-label'))).toEqual([
      '2026. 11. 1. (일) · 중단 42분 · 계획 작업 1시간',
      '2026. 11. 2. (월) · 정상',
      '2026. 11. 3. (화) · 계약 전',
      '2026. 11. 4. (수) · 미측정 5분',
    ]);
  });

  it('is walked by arrows from today on, and leads to what happened on a day', () => {
    draw();
    fireEvent.keyDown(strip(), { code: 'ArrowLeft' });
    expect(chosen()).toContain('2026. 11. 4.');
    fireEvent.keyDown(strip(), { code: 'ArrowUp' });
    expect(chosen()).toContain('중단 42분');
    expect(screen.getByRole('link', { name: '장애 보기' }).getAttribute('href')).toBe('#2026-11-01');
  });

  it('leaves the keys of the browser to the browser', () => {
    draw();
    fireEvent.keyDown(strip(), { code: 'ArrowLeft', altKey: true });
    expect(screen.queryByRole('option', { selected: true })).toBeNull();
  });

  it('is a table as well, which counts the days without anything', () => {
    draw();
    fireEvent.click(screen.getByRole('button', { name: '표로 보기' }));
    expect(screen.getAllByRole('row')).toHaveLength(3);
    expect(screen.getByRole('row', { name: /11\. 1\./ }).textContent).toContain('42분');
    expect(screen.getByText('나머지: 정상 1일, 계약 전 1일')).toBeTruthy();
  });
});
