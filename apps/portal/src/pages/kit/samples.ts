import type { SlaClock, TimelineMark, TimelineSegment } from '@daylight/web-ui';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Instants for the gallery, relative to `now` (ms) so that badges show each state. */
export function sampleClocks(now: number): readonly { readonly clock: SlaClock; readonly pausedReason?: string }[] {
  const at = (offset: number): string => new Date(now + offset).toISOString();
  const clock = (change: Partial<SlaClock>): SlaClock => ({
    kind: 'FIRST_RESPONSE',
    state: 'RUNNING',
    dueAt: at(42 * MINUTE),
    targetMs: HOUR,
    usedMs: 18 * MINUTE,
    ...change,
  });
  return [
    { clock: clock({}) },
    { clock: clock({ kind: 'RESTORE', dueAt: at(3 * HOUR + 5 * MINUTE), targetMs: 4 * HOUR, usedMs: 50 * MINUTE }) },
    { clock: clock({ dueAt: at(12 * MINUTE), usedMs: 48 * MINUTE }) },
    { clock: clock({ dueAt: at(-8 * MINUTE), usedMs: 68 * MINUTE }) },
    { clock: clock({ kind: 'RESTORE', state: 'PAUSED', dueAt: null }), pausedReason: '고객 회신 대기' },
    { clock: clock({ state: 'MET', usedMs: 31 * MINUTE, metAt: at(-HOUR) }) },
    { clock: clock({ state: 'BREACHED', breachedAt: at(-2 * HOUR), metAt: at(-2 * HOUR + 8 * MINUTE) }) },
    { clock: clock({ state: 'CANCELLED' }) },
    { clock: clock({ state: 'NONE', dueAt: null }) },
  ];
}

const day = (time: string, date = '20'): string => `2026-11-${date}T${time}:00+09:00`;

export const sampleSegments: readonly TimelineSegment[] = [
  { from: day('14:10'), to: day('15:02'), cause: { kind: 'RUNNING' }, countedMs: 52 * MINUTE },
  {
    from: day('15:02'),
    to: day('16:20'),
    cause: { kind: 'WAITING', name: { ko: '고객 회신 대기', en: 'waiting on client' }, byName: '박지민' },
    countedMs: 0,
  },
  { from: day('16:20'), to: day('18:00'), cause: { kind: 'RUNNING' }, countedMs: 100 * MINUTE },
  { from: day('18:00'), to: day('09:00', '21'), cause: { kind: 'OUTSIDE_HOURS' }, countedMs: 0 },
  { from: day('09:00', '21'), to: day('10:28', '21'), cause: { kind: 'RUNNING' }, countedMs: 88 * MINUTE },
  { from: day('10:28', '21'), to: day('10:36', '21'), cause: { kind: 'OVERDUE' }, countedMs: 8 * MINUTE },
];

export const sampleMarks: readonly TimelineMark[] = [
  { kind: 'STARTED', at: day('14:10') },
  { kind: 'TARGET_CHANGED', at: day('16:20'), from: 'P3', to: 'P2' },
  { kind: 'BREACHED', at: day('10:28', '21') },
];

export const sampleDue = day('10:28', '21');

export interface SampleTicket {
  readonly id: string;
  readonly key: string;
  readonly subject: string;
  readonly service: string;
  readonly priority: 'P1' | 'P2' | 'P3' | 'P4';
  readonly status: 'NEW' | 'OPEN' | 'WAITING_ON_CLIENT' | 'RESOLVED';
  readonly clock: number;
}

export const sampleTickets: readonly SampleTicket[] = [
  {
    id: '1',
    key: 'HANBIT-1042',
    subject: '결제 승인 API 응답 지연, 간헐적 504',
    service: '온프레미스 웹 서비스',
    priority: 'P1',
    status: 'OPEN',
    clock: 2,
  },
  {
    id: '2',
    key: 'HANBIT-1041',
    subject: 'VPN account for a new colleague in Busan',
    service: '보안 관제',
    priority: 'P4',
    status: 'NEW',
    clock: 0,
  },
  {
    id: '3',
    key: 'HANBIT-1039',
    subject: '야간 백업 작업 실패 알림 확인 요청',
    service: '백업·복구',
    priority: 'P3',
    status: 'WAITING_ON_CLIENT',
    clock: 4,
  },
  {
    id: '4',
    key: 'HANBIT-1033',
    subject: 'DB 패치 적용 일정 협의',
    service: '데이터베이스 운영',
    priority: 'P2',
    status: 'RESOLVED',
    clock: 5,
  },
];
