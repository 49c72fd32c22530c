import { AppLink } from '@daylight/web-app';
import { DataTable, Text, Time, type Column } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import type { DeadLettersPageQuery } from './generated/dead-letters.js';
import classes from './dead-letters.module.css';

export type Letter = DeadLettersPageQuery['deadLetters']['edges'][number]['node'];

interface LetterTableProps {
  readonly letters: readonly Letter[];
  readonly loading: boolean;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
}

/** What was given up: which work, for whom, why, after how many attempts. */
export function LetterTable({ letters, loading, selected, onSelect }: LetterTableProps) {
  const text = useText();
  const columns: readonly Column<Letter>[] = [
    { id: 'what', header: text('letters.what'), primary: true, width: '13rem', cell: (letter) => <What {...letter} /> },
    { id: 'for', header: text('letters.for'), width: '11rem', cell: (letter) => <About {...letter} /> },
    {
      id: 'error',
      header: text('letters.error'),
      cell: ({ error }) => <span className={classes['error']}>{error}</span>,
    },
    {
      ...{ id: 'attempts', header: text('letters.attempts'), width: '6rem', align: 'end', oneLine: true },
      cell: ({ attempts }) => attempts,
    },
    {
      ...{ id: 'at', header: text('letters.at'), width: '9.5rem', oneLine: true },
      cell: ({ deadAt }) => <Time at={deadAt} style="dayTime" />,
    },
  ];
  return (
    <DataTable
      caption={text('app.nav.letters')}
      columns={columns}
      rows={letters}
      rowKey={({ id }) => id}
      loading={loading}
      selected={selected}
      onSelect={onSelect}
    />
  );
}

function What({ queueName, detail }: Letter) {
  return (
    <>
      <strong>{queueName}</strong>
      {detail === null ? null : <Text look="small">{detail}</Text>}
    </>
  );
}

function About({ tenantName, ticket, mailId }: Letter) {
  const text = useText();
  return (
    <span className={classes['about']}>
      {tenantName ?? text('letters.everybody')}
      {ticket === null ? null : <AppLink href={`/tickets/${ticket.key}`}>{ticket.key}</AppLink>}
      {mailId === null ? null : <AppLink href={`/mailbox?state=DEAD&mail=${mailId}`}>{text('letters.mail')}</AppLink>}
    </span>
  );
}
