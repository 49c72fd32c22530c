import { act, fireEvent, screen, within } from '@testing-library/react';
import { renderUi } from '../testing.js';
import { ClockTimeline } from './clock-timeline.js';
import type { TimelineSegment } from './timeline-data.js';

const at = (time: string): string => `2026-11-20T${time}:00+09:00`;
const MIN = 60_000;
const segments: readonly TimelineSegment[] = [
  { from: at('16:00'), to: at('17:00'), cause: { kind: 'RUNNING' }, countedMs: 60 * MIN },
  {
    from: at('17:00'),
    to: at('17:45'),
    cause: { kind: 'WAITING', name: { ko: '고객 회신 대기', en: 'waiting on client' }, byName: '박지민' },
    countedMs: 0,
  },
  { from: at('17:45'), to: at('18:00'), cause: { kind: 'RUNNING' }, countedMs: 15 * MIN },
  { from: at('18:00'), to: '2026-11-21T09:00:00+09:00', cause: { kind: 'OUTSIDE_HOURS' }, countedMs: 0 },
];

const draw = (language: 'ko' | 'en' = 'ko') =>
  renderUi(
    <ClockTimeline
      title="복구"
      finding="1시간 15분을 썼습니다."
      segments={segments}
      marks={[{ kind: 'STARTED', at: at('16:00') }]}
      dueAt={at('18:30')}
      zone="Asia/Seoul"
    />,
    { language },
  );

describe('the picture of a clock', () => {
  it('its table adds up to the time that counted', () => {
    draw();
    fireEvent.click(screen.getByText('표로 보기'));
    const cells = within(screen.getAllByRole('row').at(-1) ?? document.body).getAllByRole('cell');
    expect(cells.map((cell) => cell.textContent)).toEqual(['17시간', '1시간 15분']);
  });

  it('each stretch is readable without seeing it: what, when, how long, who', () => {
    draw();
    expect(
      screen.getByLabelText(/대기: 고객 회신 대기 \(박지민\) · 11\. 20\. \(금\) 17:00 – 11\. 20\. \(금\) 17:45 · 45분/),
    ).toBeTruthy();
  });

  it('arrow keys walk along the stretches', () => {
    draw('en');
    const [first, second] = screen.getAllByRole('img');
    if (first === undefined || second === undefined) throw new Error('no stretches drawn');
    act(() => first.focus());
    fireEvent.keyDown(first, { key: 'ArrowRight' });
    expect(document.activeElement).toBe(second);
  });

  it('says its finding in a sentence', () => {
    draw();
    expect(screen.getByText('1시간 15분을 썼습니다.')).toBeTruthy();
  });
});
