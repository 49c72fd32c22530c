import { ClockTimeline, SlaBadge, Tabs, type SlaClock, type TimelineMark, type TimelineSegment } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import classes from './clocks.module.css';
import type { ClockWholeFragment } from './generated/ticket.js';

/** A clock as the kit's badge takes it. */
export const slaClockOf = ({ kind, state, dueAt, targetSeconds, usedSeconds, metAt, breachedAt }: ClockWholeFragment): SlaClock => ({ kind, state, dueAt, targetMs: targetSeconds * 1_000, usedMs: usedSeconds * 1_000, metAt, breachedAt });

const segmentsOf = ({ explanation: { segments, zone } }: ClockWholeFragment): readonly TimelineSegment[] =>
  segments.map(({ from, to, kind, label, countedSeconds }) => {
    const times = { from, to, countedMs: countedSeconds * 1_000 };
    if (kind === 'HOLIDAY') return { ...times, cause: { kind, name: label, date: new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(Date.parse(from)) } };
    return { ...times, cause: kind === 'WAITING' ? { kind, name: label } : { kind } };
  });

const marksOf = ({ explanation: { marks } }: ClockWholeFragment): readonly TimelineMark[] =>
  marks.flatMap<TimelineMark>(({ at, kind, label }) => {
    if (kind !== 'TARGET_CHANGED') return [{ kind, at }];
    const [from = label, to = ''] = label.split(/\s*→\s*/);
    return [{ kind, at, from, to }];
  });

/** The clock that matters most now: running and due first, else waiting, else the last. */
export function leadingClock(clocks: readonly ClockWholeFragment[]): ClockWholeFragment | null {
  const running = clocks.filter(({ state, metAt }) => state === 'RUNNING' || (state === 'BREACHED' && metAt === null));
  const [first] = running.toSorted((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9'));
  return first ?? clocks.find(({ state }) => state === 'PAUSED') ?? clocks.at(-1) ?? null;
}

/** Why each clock of the ticket stands where it stands, the same as the provider sees (D-SLA-9). */
export function Clocks({ clocks }: { readonly clocks: readonly ClockWholeFragment[] }) {
  const text = useText();
  const [chosen, setChosen] = useState<string | null>(null);
  const lead = leadingClock(clocks);
  if (lead === null) return null;
  const open = clocks.some(({ id }) => id === chosen) ? (chosen ?? lead.id) : lead.id;
  const nameOf = ({ kind, cycle }: ClockWholeFragment): string => (clocks.filter((other) => other.kind === kind).length < 2 ? text(`clock.${kind}`) : text('clock.cycle', { clock: text(`clock.${kind}`), cycle }));
  return (
    <Tabs
      label={text('clock.all')}
      value={open}
      onChange={setChosen}
      tabs={clocks.map((clock) => ({
        id: clock.id,
        label: nameOf(clock),
        content: (
          <div className={classes['clock']}>
            <SlaBadge clock={slaClockOf(clock)} contractZone={clock.explanation.zone} />
            <ClockTimeline title={nameOf(clock)} finding={clock.explanation.sentence} segments={segmentsOf(clock)} marks={marksOf(clock)} dueAt={clock.dueAt} zone={clock.explanation.zone} />
          </div>
        ),
      }))}
    />
  );
}
