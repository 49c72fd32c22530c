import { useState } from 'react';
import { PriorityBadge, type TicketPriority } from '../feedback/ticket-badges.js';
import { ClockTimeline } from '../sla/clock-timeline.js';
import { SlaBadge } from '../sla/sla-badge.js';
import type { SlaClock } from '../sla/sla-state.js';
import type { TimelineMark, TimelineSegment } from '../sla/timeline-data.js';
import { Time } from '../text/time.js';
import { useUiText } from '../text/ui-text.js';
import classes from './clock-stack.module.css';
import { badgeClock, leadingClock } from './clocks.js';

/** A clock with its account, as the API gives it (D-SLA-9); instants ISO 8601. */
export interface StackClock {
  readonly id: string;
  readonly kind: SlaClock['kind'];
  readonly cycle: number;
  readonly state: SlaClock['state'];
  readonly priority: TicketPriority;
  readonly targetSeconds: number;
  readonly usedSeconds: number;
  readonly dueAt: string | null;
  readonly metAt: string | null;
  readonly breachedAt: string | null;
  readonly explanation: {
    readonly sentence: string;
    readonly asOf: string;
    readonly zone: string;
    readonly segments: readonly {
      readonly from: string;
      readonly to: string;
      readonly kind: TimelineSegment['cause']['kind'];
      readonly label: string;
      readonly countedSeconds: number;
    }[];
    readonly marks: readonly { readonly at: string; readonly kind: TimelineMark['kind']; readonly label: string }[];
  };
}

export interface ClockStackProps {
  readonly clocks: readonly StackClock[];
  /** Why it waits, in the reader's language. */
  readonly pausedReason?: string | null;
}

const SECOND = 1_000;

function segmentOf({
  from,
  to,
  kind,
  label,
  countedSeconds,
}: StackClock['explanation']['segments'][number]): TimelineSegment {
  const cause =
    kind === 'HOLIDAY'
      ? { kind, date: from.slice(0, 10), name: label }
      : kind === 'WAITING'
        ? { kind, name: label }
        : { kind };
  return { from, to, cause, countedMs: countedSeconds * SECOND };
}

/** The API tells a change of target in words; the drawing wants what was before and after the arrow. */
function markOf({ at, kind, label }: StackClock['explanation']['marks'][number]): TimelineMark {
  if (kind !== 'TARGET_CHANGED') return { at, kind };
  const [, from = label, to = ''] = /([^\s:]+) → ([^\s,)]+)/.exec(label) ?? [];
  return { at, kind, from, to };
}

/** Every promise of a ticket: its state in one line, and on opening the picture and the sentence that both sides read. */
export function ClockStack({ clocks, pausedReason = null }: ClockStackProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const open = chosen ?? leadingClock(clocks)?.id;
  return (
    <ul className={classes['list']}>
      {clocks.map((clock) => (
        <li key={clock.id} className={classes['clock']}>
          <ClockHead
            clock={clock}
            pausedReason={pausedReason}
            open={clock.id === open}
            onOpen={() => setChosen(clock.id === open ? '' : clock.id)}
          />
          {clock.id === open ? <ClockPicture clock={clock} /> : null}
        </li>
      ))}
    </ul>
  );
}

interface HeadProps {
  readonly clock: StackClock;
  readonly pausedReason: string | null;
  readonly open: boolean;
  readonly onOpen: () => void;
}

function ClockHead({ clock, pausedReason, open, onOpen }: HeadProps) {
  const text = useUiText();
  const name = text(`ui.sla.kind.${clock.kind}`);
  return (
    <div className={classes['head']}>
      <button type="button" className={classes['name']} aria-expanded={open} onClick={onOpen}>
        <span className={classes['arrow']} aria-hidden />
        {clock.cycle > 1 ? text('ui.clock.cycle', { name, cycle: clock.cycle }) : name}
      </button>
      <PriorityBadge priority={clock.priority} />
      <span className={classes['due']}>
        {clock.dueAt === null ? null : (
          <>
            {text('ui.clock.due')} <Time at={clock.dueAt} style="dayTime" contractZone={clock.explanation.zone} />
          </>
        )}
      </span>
      <SlaBadge
        clock={badgeClock(clock)}
        contractZone={clock.explanation.zone}
        pausedReason={clock.state === 'PAUSED' ? pausedReason : null}
      />
    </div>
  );
}

function ClockPicture({ clock }: { readonly clock: StackClock }) {
  const text = useUiText();
  const { sentence, zone, segments, marks } = clock.explanation;
  return (
    <div className={classes['picture']}>
      <ClockTimeline
        title={text(`ui.sla.kind.${clock.kind}`)}
        finding={sentence}
        segments={segments.map(segmentOf)}
        marks={marks.map(markOf)}
        dueAt={clock.dueAt}
        zone={zone}
      />
    </div>
  );
}
