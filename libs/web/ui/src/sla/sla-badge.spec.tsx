import { screen } from '@testing-library/react';
import { renderUi } from '../testing.js';
import { SlaBadge } from './sla-badge.js';
import { slaView, type SlaClock } from './sla-state.js';

const NOW = Date.parse('2026-11-20T05:00:00Z');
const MIN = 60_000;
const iso = (minutes: number): string => new Date(NOW + minutes * MIN).toISOString();
const clock = (change: Partial<SlaClock> = {}): SlaClock => ({
  kind: 'FIRST_RESPONSE',
  state: 'RUNNING',
  dueAt: iso(42),
  targetMs: 60 * MIN,
  usedMs: 18 * MIN,
  ...change,
});

describe('what an SLA badge says', () => {
  beforeEach(() => void jest.useFakeTimers({ now: NOW }));
  afterEach(() => void jest.useRealTimers());

  it.each([
    ['a running clock says what is left for what', clock(), '응답까지 42분', 'Response in 42 min'],
    [
      'restoring is named as such',
      clock({ kind: 'RESTORE', dueAt: iso(185), targetMs: 240 * MIN, usedMs: 55 * MIN }),
      '복구까지 3시간 5분',
      'Restore in 3 h 5 min',
    ],
    [
      'the last quarter of an hour is a warning',
      clock({ dueAt: iso(12), usedMs: 48 * MIN }),
      '12분 남음',
      '12 min left',
    ],
    ['past due it says by how much', clock({ dueAt: iso(-8) }), '8분 초과', '8 min overdue'],
    ['a paused clock has no time left to tell', clock({ state: 'PAUSED', dueAt: null }), '일시 중지', 'Paused'],
    [
      'a met clock says how much working time it took',
      clock({ state: 'MET', metAt: iso(-60), usedMs: 31 * MIN }),
      '31분에 충족',
      'Met in 31 min',
    ],
    [
      'a late answer stays late',
      clock({ state: 'BREACHED', breachedAt: iso(-120), metAt: iso(-112), usedMs: 68 * MIN }),
      '8분 늦게 완료',
      'Done 8 min late',
    ],
    [
      'a late answer is late by the time that the contract counts: a weekend in between is none',
      clock({ state: 'BREACHED', breachedAt: iso(-3_000), metAt: iso(-60), usedMs: 85 * MIN }),
      '25분 늦게 완료',
      'Done 25 min late',
    ],
    [
      'while it is still owed, the same time counts as in its account',
      clock({ state: 'BREACHED', breachedAt: iso(-3_000), dueAt: iso(-3_000), usedMs: 85 * MIN, asOf: iso(-1) }),
      '25분 초과',
      '25 min overdue',
    ],
    [
      'around the clock it goes on counting between two answers',
      clock({ state: 'BREACHED', breachedAt: iso(-30), dueAt: iso(-30), usedMs: 70 * MIN, asOf: iso(-20) }),
      '30분 초과',
      '30 min overdue',
    ],
    [
      'an update that never came stays missed and does not go on growing',
      clock({
        kind: 'UPDATE_CADENCE',
        state: 'BREACHED',
        breachedAt: iso(-3_400),
        endedAt: iso(-3_400),
        usedMs: 60 * MIN,
      }),
      '미준수',
      'Missed',
    ],
    [
      'what was given up after the due instant says by how much it was missed',
      clock({ state: 'BREACHED', breachedAt: iso(-3_400), endedAt: iso(-3_360), usedMs: 100 * MIN }),
      '40분 초과로 미준수',
      'Missed by 40 min',
    ],
    ['out of contract there is no clock', clock({ state: 'NONE', dueAt: null }), 'SLA 없음', 'No SLA'],
  ])('%s', (_name, given, korean, english) => {
    const { unmount } = renderUi(<SlaBadge clock={given} />);
    expect(screen.getByText(korean)).toBeTruthy();
    unmount();
    renderUi(<SlaBadge clock={given} />, { language: 'en' });
    expect(screen.getByText(english)).toBeTruthy();
  });

  it('every state has an icon beside its words, so that none depends on colour', () => {
    const { container } = renderUi(<SlaBadge clock={clock()} />);
    expect(container.querySelector('svg')).not.toBeNull();
  });

  it('a paused clock says why in the words of the contract', () => {
    renderUi(<SlaBadge clock={clock({ state: 'PAUSED', dueAt: null })} pausedReason="고객 회신 대기" />);
    expect(screen.getByText('고객 회신 대기')).toBeTruthy();
  });
});

describe('when a clock is soon due', () => {
  it('a quarter of the target left counts, even when that is hours', () => {
    expect(slaView(clock({ dueAt: iso(60), targetMs: 240 * MIN, usedMs: 180 * MIN }), NOW).kind).toBe('soon');
  });
  it('the night between does not hide that little working time is left', () => {
    expect(slaView(clock({ dueAt: iso(900), targetMs: 240 * MIN, usedMs: 220 * MIN }), NOW).kind).toBe('soon');
  });
  it('the due instant itself is too late', () => expect(slaView(clock({ dueAt: iso(0) }), NOW).kind).toBe('overdue'));
});
