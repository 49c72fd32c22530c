import {
  type Address,
  ApprovalTable,
  isAboutApprovals,
  Pager,
  QueryView,
  useAddress,
  useGo,
  useLocal,
} from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { formatDuration } from '@daylight/web-format';
import {
  Badge,
  DataTable,
  EmptyState,
  Link,
  Notice,
  PageLayout,
  Panel,
  PriorityBadge,
  StatusBadge,
  Time,
  useLanguage,
  type Column,
} from '@daylight/web-ui';
import type { ReactNode } from 'react';
import { useText } from '../../app/text.js';
import {
  KpiApprovalsPageDocument,
  KpiItemsPageDocument,
  type ClockKind,
  type KpiItemsPageQuery,
} from '../../features/kpi/generated/kpi.js';

const CLOCKS: readonly ClockKind[] = [
  'FIRST_RESPONSE',
  'NEXT_RESPONSE',
  'UPDATE_CADENCE',
  'RESTORE',
  'RESOLUTION',
  'AGREED_DATE',
];
const PAGE_SIZE = 50;

type Items = NonNullable<KpiItemsPageQuery['kpiItems']>;
type Item = Items['edges'][number]['node'];

/** What is behind a figure (D-KPI-1), tickets or approvals: `?period=&key=&clock=`. */
export function KpiItemsPage() {
  return isAboutApprovals(useAddress().get('key') ?? '') ? <ApprovalItems /> : <TicketItems />;
}

function ApprovalItems() {
  const address = useAddress();
  const asked = { period: address.get('period') ?? '', key: address.get('key') ?? '' };
  const [result, ask] = useQuery({
    query: KpiApprovalsPageDocument,
    variables: { ...asked, first: PAGE_SIZE, after: address.get('after') },
  });
  return (
    <Frame page={result.data?.kpis ?? null} figure={asked.key} clock={null} period={asked.period}>
      <QueryView state={result} onRetry={() => ask({ requestPolicy: 'network-only' })} lines={9}>
        {({ kpiApprovals }) =>
          kpiApprovals === null ? <Gone /> : <ApprovalTable approvals={kpiApprovals} address={address} />
        }
      </QueryView>
    </Frame>
  );
}

function TicketItems() {
  const address = useAddress();
  const asked = { period: address.get('period') ?? '', key: address.get('key') ?? '' };
  const clock = CLOCKS.find((one) => one === address.get('clock')) ?? null;
  const [result, ask] = useQuery({
    query: KpiItemsPageDocument,
    variables: { ...asked, clock, first: PAGE_SIZE, after: address.get('after') },
  });
  return (
    <Frame page={result.data?.kpis ?? null} figure={asked.key} clock={clock} period={asked.period}>
      <QueryView state={result} onRetry={() => ask({ requestPolicy: 'network-only' })} lines={9}>
        {({ kpiItems }) => (kpiItems === null ? <Gone /> : <ItemTable items={kpiItems} address={address} />)}
      </QueryView>
    </Frame>
  );
}

function Gone() {
  const text = useText();
  return (
    <Panel look="flush">
      <EmptyState title={text('kpi.none')}>{text('page.gone')}</EmptyState>
    </Panel>
  );
}

interface FrameProps {
  readonly page: KpiItemsPageQuery['kpis'];
  readonly figure: string;
  readonly clock: ClockKind | null;
  readonly period: string;
  readonly children: ReactNode;
}

/** The figure with its value above what is behind it, and the way back to its period. */
function Frame({ page, figure: key, clock, period, children }: FrameProps) {
  const text = useText();
  const figure = page?.figures.find((one) => one.key === key && one.clock === clock);
  const label = page?.period.label;
  return (
    <PageLayout
      title={
        figure === undefined ? text('kpi.items') : text('kpi.items.of', { name: figure.label, value: figure.display })
      }
      description={figure?.definition}
      back={{
        href: `/kpis?period=${period}`,
        label: label === undefined ? text('app.nav.kpis') : text('kpi.back', { period: label }),
      }}
    >
      {children}
    </PageLayout>
  );
}

function useColumns(items: readonly Item[]): readonly Column<Item>[] {
  const text = useText();
  const local = useLocal();
  const language = useLanguage();
  const columns: readonly (Column<Item> | null)[] = [
    { id: 'key', header: text('ticket.key'), width: '7rem', oneLine: true, cell: ({ key }) => key },
    {
      id: 'subject',
      header: text('ticket.subject'),
      cell: ({ ticketId, subject }) => <Link href={`/tickets/${ticketId}`}>{subject}</Link>,
      primary: true,
    },
    {
      id: 'service',
      header: text('ticket.service'),
      width: '10rem',
      cell: ({ serviceName }) => local(serviceName),
      wideOnly: true,
    },
    {
      id: 'priority',
      header: text('ticket.priority'),
      width: '5.5rem',
      cell: ({ priority }) => <PriorityBadge priority={priority} />,
    },
    {
      id: 'status',
      header: text('ticket.status'),
      width: '8rem',
      cell: ({ status }) => <StatusBadge status={status} />,
    },
    items.some(({ verdict }) => verdict !== null)
      ? {
          id: 'verdict',
          header: text('kpi.verdict'),
          width: '7rem',
          cell: ({ verdict }) =>
            verdict === null ? (
              '–'
            ) : (
              <Badge tone={verdict === 'MET' ? 'ok' : 'danger'}>{text(`kpi.verdict.${verdict}`)}</Badge>
            ),
        }
      : null,
    items.some(({ seconds }) => seconds !== null)
      ? {
          id: 'seconds',
          header: text('kpi.length'),
          width: '7rem',
          align: 'end',
          cell: ({ seconds }) => (seconds === null ? '–' : formatDuration(seconds * 1_000, language)),
        }
      : null,
    items.some(({ reading }) => reading !== null)
      ? { id: 'reading', header: text('kpi.reading'), width: '11rem', cell: ({ reading }) => reading ?? '–' }
      : null,
    {
      id: 'at',
      header: text('kpi.at'),
      width: '9.5rem',
      oneLine: true,
      cell: ({ at }) => <Time at={at} style="dayTime" />,
    },
  ];
  return columns.filter((column) => column !== null);
}

function ItemTable({ items, address }: { readonly items: Items; readonly address: Address }) {
  const text = useText();
  const go = useGo();
  const rows = items.edges.map(({ node }) => node);
  const columns = useColumns(rows);
  return (
    <>
      {items.confidentialHidden === 0 ? null : (
        <Notice>{text('kpi.confidential', { count: items.confidentialHidden })}</Notice>
      )}
      <Panel look="flush">
        <DataTable
          caption={text('kpi.items')}
          columns={columns}
          rows={rows}
          rowKey={({ ticketId, clock, cycle, at }) => `${ticketId}${clock ?? ''}${cycle ?? ''}${at}`}
          onOpen={({ ticketId }) => go(`/tickets/${ticketId}`)}
          empty={<EmptyState title={text('kpi.items.none')} />}
          footer={
            <>
              <span>{text('kpi.items.count', { count: items.totalCount })}</span>
              <Pager address={address} next={items.pageInfo} />
            </>
          }
        />
      </Panel>
    </>
  );
}
