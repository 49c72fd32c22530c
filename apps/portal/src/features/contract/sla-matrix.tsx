import { useLocal } from '@daylight/web-app';
import { formatDuration } from '@daylight/web-format';
import { Table, Text, useLanguage } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import type { VersionWholeFragment } from './generated/contract.js';
import classes from './sla-matrix.module.css';

type Target = VersionWholeFragment['services'][number]['targets'][number];

const PRIORITIES = ['P1', 'P2', 'P3', 'P4', 'P5'] as const;
const CLOCKS = ['FIRST_RESPONSE', 'NEXT_RESPONSE', 'UPDATE_CADENCE', 'RESTORE', 'RESOLUTION', 'AGREED_DATE'] as const;

/** What is promised: priority by clock, each with the hours that count. */
export function SlaMatrix({ caption, targets }: { readonly caption: string; readonly targets: readonly Target[] }) {
  const text = useText();
  const clocks = CLOCKS.filter((clock) => targets.some((target) => target.clock === clock));
  const priorities = PRIORITIES.filter((priority) => targets.some((target) => target.priority === priority));
  const rows = priorities.map((priority) => [
    <strong key="p" className={classes['priority']}>
      {text(`priority.${priority}`)}
    </strong>,
    ...clocks.map((clock) => (
      <Cell key={clock} targets={targets.filter((target) => target.clock === clock && target.priority === priority)} />
    )),
  ]);
  return (
    <Table
      caption={caption}
      head={[text('ticket.priority'), ...clocks.map((clock) => text(`clock.${clock}`))]}
      rows={rows}
    />
  );
}

function Cell({ targets }: { readonly targets: readonly Target[] }) {
  const text = useText();
  const local = useLocal();
  const language = useLanguage();
  if (targets.length === 0) return <Text look="small">–</Text>;
  return (
    <ul className={classes['targets']}>
      {targets.map(({ minutes, businessDays, calendarId, calendarName, ticketTypes }) => (
        <li key={`${calendarId}${minutes ?? ''}${businessDays ?? ''}${ticketTypes.join('')}`}>
          <span className={classes['amount']}>
            {minutes === null
              ? text('contract.businessDays', { days: businessDays ?? 0 })
              : formatDuration(minutes * 60_000, language)}
          </span>
          <span className={classes['hours']}>
            {local(calendarName)}
            {ticketTypes.length === 0
              ? null
              : ` · ${ticketTypes.map((type) => text(`ticket.type.${type}`)).join(', ')}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
