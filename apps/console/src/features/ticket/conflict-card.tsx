import { EventList, Notice, PriorityBadge, StatusBadge } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import classes from './conflict-card.module.css';
import type { Conflict, WholeTicket } from './ticket-work.js';

interface ConflictCardProps {
  readonly conflict: Conflict;
  readonly seen: WholeTicket;
}

/** Both versions side by side and what happened between them. What was typed stays; sending again applies it to the current one. */
export function ConflictCard({ conflict: { current, since }, seen }: ConflictCardProps) {
  const text = useText();
  const rows = [
    {
      name: text('ticket.status'),
      before: <StatusBadge status={seen.status} />,
      now: <StatusBadge status={current.status} />,
      same: seen.status === current.status,
    },
    {
      name: text('ticket.priority'),
      before: <PriorityBadge priority={seen.priority} />,
      now: <PriorityBadge priority={current.priority} />,
      same: seen.priority === current.priority,
    },
    {
      name: text('ticket.assignee'),
      before: seen.assignee?.displayName ?? '–',
      now: current.assignee?.displayName ?? '–',
      same: seen.assignee?.id === current.assignee?.id,
    },
  ];
  return (
    <Notice tone="warn" live title={text('ticket.conflict.title')}>
      <p>{text('ticket.conflict.body')}</p>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">
              <span className="dl-hidden">{text('ticket.conflict.what')}</span>
            </th>
            <th scope="col">{text('ticket.conflict.yours', { version: seen.version })}</th>
            <th scope="col">{text('ticket.conflict.current', { version: current.version })}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, before, now, same }) => (
            <tr key={name} data-same={same}>
              <th scope="row">{name}</th>
              <td>{before}</td>
              <td>{now}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <EventList label={text('ticket.conflict.since')} entries={since} />
    </Notice>
  );
}
