import { AppLink, useLocal } from '@daylight/web-app';
import { Badge, Checkbox, DueBadge, PriorityBadge, StatusBadge, Time } from '@daylight/web-ui';
import { IconEyeOff, IconFileOff, IconRefresh, IconUser, IconUsersGroup } from '@tabler/icons-react';
import { memo, type KeyboardEvent, type MouseEvent } from 'react';
import { useText } from '../../app/text.js';
import type { AtTicketFragment } from '../presence/generated/presence.js';
import { PresenceMark } from '../presence/presence-note.js';
import classes from './queue-list.module.css';
import type { Line } from './use-queue.js';

export interface QueueRowProps {
  readonly row: Line;
  readonly index: number;
  readonly top: number;
  readonly current: boolean;
  readonly selected: boolean;
  /** Colleagues who are at it. */
  readonly present: readonly AtTicketFragment[];
  readonly measure: (element: HTMLElement | null) => void;
  readonly onFocus: (id: string) => void;
  readonly onToggle: (id: string) => void;
  readonly onOpen: (row: Line) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>, row: Line) => void;
}

/** One ticket of the queue: a line on wide screens, a card on narrow ones. */
export const QueueRow = memo(function QueueRow({
  row,
  index,
  top,
  current,
  selected,
  present,
  measure,
  onFocus,
  onToggle,
  onOpen,
  onKeyDown,
}: QueueRowProps) {
  const text = useText();
  const open = (event: MouseEvent): void => {
    const onControl = event.target instanceof Element && event.target.closest('a, button, input, label') !== null;
    if (!onControl && globalThis.getSelection()?.toString() === '') onOpen(row);
  };
  return (
    <div
      ref={measure}
      role="row"
      data-index={index}
      data-id={row.id}
      data-overdue={isOverdue(row)}
      aria-rowindex={index + 2}
      aria-selected={selected}
      tabIndex={current ? 0 : -1}
      className={classes['row']}
      style={{ transform: `translateY(${top}px)` }}
      onFocus={(event) => event.target === event.currentTarget && onFocus(row.id)}
      onKeyDown={(event) => onKeyDown(event, row)}
      onClick={open}
    >
      <div role="gridcell" className={classes['pick']}>
        <Checkbox
          label={null}
          aria-label={text('queue.select', { key: row.key })}
          checked={selected}
          onChange={() => onToggle(row.id)}
        />
      </div>
      <div role="gridcell" className={classes['priority']}>
        <PriorityBadge priority={row.priority} />
      </div>
      <div role="gridcell" className={classes['subject']}>
        <Subject row={row} present={present} />
      </div>
      <div role="gridcell" className={classes['status']}>
        <StatusBadge status={row.status} />
      </div>
      <div role="gridcell" className={classes['clock']}>
        <Due row={row} />
      </div>
      <div role="gridcell" className={classes['assignee']}>
        <Assignee row={row} />
      </div>
      <div role="gridcell" className={classes['updated']}>
        <Time at={row.updatedAt} style="dayTime" />
      </div>
    </div>
  );
});

const isOverdue = ({ nextDue }: Line): boolean => nextDue?.state === 'BREACHED';

function Subject({ row, present }: Pick<QueueRowProps, 'row' | 'present'>) {
  const text = useText();
  const local = useLocal();
  return (
    <>
      <span className={classes['title']}>
        <AppLink href={`/tickets/${row.key}`} tabIndex={-1}>
          {row.subject}
        </AppLink>
        {row.confidential ? (
          <Badge look="plain" icon={<IconEyeOff aria-hidden />}>
            {text('queue.confidential')}
          </Badge>
        ) : null}
        {row.outOfContract ? (
          <Badge look="plain" icon={<IconFileOff aria-hidden />}>
            {text('queue.outOfContract')}
          </Badge>
        ) : null}
        {row.reopenCount > 0 ? (
          <Badge look="plain" tone="warn" icon={<IconRefresh aria-hidden />}>
            {text('queue.reopened', { times: row.reopenCount })}
          </Badge>
        ) : null}
        <PresenceMark others={present} />
      </span>
      <span className={classes['meta']}>
        <span className={classes['key']}>{row.key}</span>
        <span>{row.tenant.name}</span>
        <span>{local(row.service.name)}</span>
        <span>{text(`ticket.type.${row.type}`)}</span>
      </span>
    </>
  );
}

function Due({ row: { nextDue, waitingReason, outOfContract } }: { readonly row: Line }) {
  const text = useText();
  const local = useLocal();
  if (nextDue === null)
    return <span className={classes['none']}>{text(outOfContract ? 'queue.noClocks' : 'queue.nothingDue')}</span>;
  return (
    <DueBadge
      kind={nextDue.kind}
      state={nextDue.state}
      dueAt={nextDue.dueAt}
      pausedReason={waitingReason === null ? null : local(waitingReason)}
    />
  );
}

function Assignee({ row: { assignee, team } }: { readonly row: Line }) {
  const text = useText();
  if (assignee !== null)
    return (
      <>
        <IconUser size={15} stroke={1.75} aria-hidden />
        <span>{assignee.displayName}</span>
      </>
    );
  if (team !== null)
    return (
      <>
        <IconUsersGroup size={15} stroke={1.75} aria-hidden />
        <span>{team.name}</span>
      </>
    );
  return <span className={classes['nobody']}>{text('queue.nobody')}</span>;
}
