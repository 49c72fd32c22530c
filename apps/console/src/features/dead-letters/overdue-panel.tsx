import { AppLink } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { Badge, DataTable, Notice, Panel, Time, type Column } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { OverdueStepsDocument, type OverdueStepsQuery } from './generated/overdue.js';

type Step = OverdueStepsQuery['overdueSteps']['steps'][number];

/** What should have been done by now though nothing has given it up: empty while the worker keeps up (R15). */
export function OverduePanel() {
  const text = useText();
  const [{ data }] = useQuery({
    query: OverdueStepsDocument,
    variables: {},
    requestPolicy: 'cache-and-network',
  });
  if (data === undefined) return null;
  const { steps, counts } = data.overdueSteps;
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return <Notice tone="ok">{text('overdue.none')}</Notice>;
  const columns: readonly Column<Step>[] = [
    { id: 'what', header: text('overdue.what'), primary: true, cell: ({ name }) => name },
    {
      ...{ id: 'kind', header: text('overdue.kind'), width: '10rem' },
      cell: ({ kind }) => <Badge tone="warn">{text(`overdue.kind.${kind}`)}</Badge>,
    },
    {
      ...{ id: 'for', header: text('letters.for'), width: '12rem' },
      cell: ({ tenantName, ticketKey }) =>
        ticketKey === null ? (
          (tenantName ?? text('letters.everybody'))
        ) : (
          <AppLink href={`/tickets/${ticketKey}`}>{ticketKey}</AppLink>
        ),
    },
    {
      ...{ id: 'due', header: text('overdue.due'), width: '10rem', oneLine: true },
      cell: ({ dueAt }) => <Time at={dueAt} style="dayTime" />,
    },
  ];
  return (
    <Panel title={text('overdue.title', { count: total })} look="flush">
      <DataTable
        caption={text('overdue.title', { count: total })}
        columns={columns}
        rows={steps}
        rowKey={(step) => `${step.kind} ${step.name} ${step.ticketId ?? ''} ${step.dueAt}`}
      />
    </Panel>
  );
}
