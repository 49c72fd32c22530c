import { formatNumber } from '@daylight/web-format';
import { Link, useLanguage } from '@daylight/web-ui';
import type { ReactNode } from 'react';
import { useText } from '../../app/text.js';
import { DueCell } from '../../features/tickets/due-cell.js';
import { firstDue } from '../../features/tickets/next-due.js';
import type { HomePageQuery } from './generated/home.js';
import classes from './now-strip.module.css';

interface CellProps {
  readonly label: string;
  readonly href: string | null;
  readonly children: ReactNode;
  readonly note?: ReactNode;
}

const Cell = ({ label, href, children, note }: CellProps) => (
  <div className={classes['cell']}>
    <dt>{href === null ? label : <Link href={href}>{label}</Link>}</dt>
    <dd>
      <span className={classes['value']}>{children}</span>
      <span className={classes['note']}>{note}</span>
    </dd>
  </div>
);

/** How things stand right now, each figure being the way to its tickets. */
export function NowStrip({ data, company }: { readonly data: HomePageQuery; readonly company: boolean }) {
  const text = useText();
  const language = useLanguage();
  const { open, waitingForUs, resolvedToConfirm, overdue } = data.ticketSummary;
  const view = company ? 'COMPANY' : 'MINE';
  const next = firstDue(data.company.edges.map(({ node }) => node));
  const urgent = data.urgent.totalCount;
  const count = (value: number): ReactNode => (
    <span className={value === 0 ? classes['quiet'] : undefined}>{formatNumber(value, language)}</span>
  );
  return (
    <dl className={classes['strip']} aria-label={text('home.now')}>
      <Cell
        label={text('home.open')}
        href={`/tickets?view=${view}&status=open`}
        note={<Alarms urgent={urgent} overdue={overdue} />}
      >
        {count(open)}
      </Cell>
      <Cell
        label={text('home.next')}
        href={next === null ? null : `/tickets/${next.id}`}
        note={next === null ? text('home.next.none') : `${next.key} ${next.subject}`}
      >
        {next === null ? (
          <span className={classes['quiet']}>–</span>
        ) : (
          <span className={classes['badge']}>
            <DueCell ticket={next} />
          </span>
        )}
      </Cell>
      <Cell
        label={text('tickets.view.WAITING_FOR_US')}
        href="/tickets?view=WAITING_FOR_US"
        note={text('home.waiting.note')}
      >
        {count(waitingForUs)}
      </Cell>
      <Cell label={text('tickets.view.RESOLVED')} href="/tickets?view=RESOLVED" note={text('home.resolved.note')}>
        {count(resolvedToConfirm)}
      </Cell>
    </dl>
  );
}

/** What among the open ones can't wait. */
function Alarms({ urgent, overdue }: { readonly urgent: number; readonly overdue: number }) {
  const text = useText();
  if (urgent === 0 && overdue === 0) return text('home.calm');
  const said = [
    ...(overdue === 0 ? [] : [text('home.overdue', { count: overdue })]),
    ...(urgent === 0 ? [] : [text('home.urgent', { count: urgent })]),
  ];
  return <span className={classes['urgent']}>{said.join(' · ')}</span>;
}
