import {
  type Address,
  ApprovalTable,
  isAboutApprovals,
  Pager,
  QueryView,
  useAddress,
  useGo,
  useParam,
} from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import {
  Badge,
  type Column,
  DataTable,
  EmptyState,
  Link,
  Notice,
  PageLayout,
  Panel,
  PriorityBadge,
  Row,
  Stack,
  StatusBadge,
  Text,
  Time,
  useFigureWords,
} from '@daylight/web-ui';
import type { ReactNode } from 'react';
import { useText } from '../../app/text.js';
import {
  KpiApprovalsPageDocument,
  KpiItemsPageDocument,
  type ClockKind,
  type KpiItemsPageQuery,
} from '../../features/kpis/generated/kpis.js';

type Items = NonNullable<KpiItemsPageQuery['kpiItems']>;
type Item = Items['edges'][number]['node'];

const CLOCKS = [
  'FIRST_RESPONSE',
  'NEXT_RESPONSE',
  'UPDATE_CADENCE',
  'RESTORE',
  'RESOLUTION',
  'AGREED_DATE',
] as const satisfies readonly ClockKind[];

/** What is behind one figure: tickets with how they were judged, or what a party was asked to agree to (D-KPI-1). */
export function KpiItemsPage() {
  return isAboutApprovals(useAddress().get('key') ?? '') ? <ApprovalItems /> : <TicketItems />;
}

function ApprovalItems() {
  const address = useAddress();
  const asked = { tenantId: useParam('clientId'), period: address.get('period') ?? '', key: address.get('key') ?? '' };
  const [state, ask] = useQuery({
    query: KpiApprovalsPageDocument,
    variables: { ...asked, first: 50, after: address.get('after') },
  });
  return (
    <Frame page={state.data?.kpis ?? null} clock={null} asked={asked}>
      <QueryView state={state} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {({ kpiApprovals }) =>
          kpiApprovals === null ? <Gone /> : <ApprovalTable approvals={kpiApprovals} address={address} />
        }
      </QueryView>
    </Frame>
  );
}

function TicketItems() {
  const address = useAddress();
  const asked = { tenantId: useParam('clientId'), period: address.get('period') ?? '', key: address.get('key') ?? '' };
  const clock = CLOCKS.find((each) => each === address.get('clock')) ?? null;
  const [state, ask] = useQuery({
    query: KpiItemsPageDocument,
    variables: { ...asked, clock, first: 50, after: address.get('after') },
  });
  return (
    <Frame page={state.data?.kpis ?? null} clock={clock} asked={asked}>
      <QueryView state={state} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {({ kpiItems }) => (kpiItems === null ? <Gone /> : <TicketTable items={kpiItems} address={address} />)}
      </QueryView>
    </Frame>
  );
}

function Gone() {
  const text = useText();
  return (
    <Panel look="flush">
      <EmptyState title={text('kpis.none')} />
    </Panel>
  );
}

interface FrameProps {
  readonly page: KpiItemsPageQuery['kpis'];
  readonly clock: ClockKind | null;
  readonly asked: { readonly tenantId: string; readonly period: string; readonly key: string };
  readonly children: ReactNode;
}

/** The figure with its value above what is behind it, and the way back to its period. */
function Frame({ page, clock, asked: { tenantId, period, key }, children }: FrameProps) {
  const text = useText();
  const figure = page?.figures.find((each) => each.key === key && each.clock === clock) ?? null;
  return (
    <PageLayout
      title={figure?.label ?? text('kpis.items')}
      description={
        figure === null ? undefined : (
          <Row gap="m">
            <span>{page?.period.label}</span>
            <Text look="strong">{figure.display}</Text>
            <Text look="small">{figure.definition}</Text>
          </Row>
        )
      }
      back={{ href: `/clients/${tenantId}/kpis?period=${period}`, label: text('kpis.title') }}
    >
      {children}
    </PageLayout>
  );
}

function useColumns(items: readonly Item[]): readonly Column<Item>[] {
  const text = useText();
  const words = useFigureWords();
  const columns: readonly (Column<Item> | null)[] = [
    {
      id: 'ticket',
      header: text('kpis.ticket'),
      primary: true,
      cell: (item) => (
        <Stack gap="xs">
          <Link href={`/tickets/${item.key}`}>{item.subject}</Link>
          <Text look="small">{item.key}</Text>
        </Stack>
      ),
    },
    {
      id: 'priority',
      header: text('kpis.priority'),
      width: '7rem',
      cell: (item) => <PriorityBadge priority={item.priority} />,
    },
    {
      id: 'status',
      header: text('review.status'),
      width: '9rem',
      cell: (item) => <StatusBadge status={item.status} />,
    },
    {
      id: 'verdict',
      header: text('review.verdict'),
      width: '9rem',
      cell: (item) =>
        item.verdict === null ? (
          '–'
        ) : (
          <Badge tone={item.verdict === 'MET' ? 'ok' : 'danger'}>{text(`kpis.verdict.${item.verdict}`)}</Badge>
        ),
    },
    {
      id: 'length',
      header: text('kpis.length'),
      width: '8rem',
      align: 'end',
      cell: (item) => (item.seconds === null ? '–' : words(item.seconds, 'SECONDS')),
    },
    items.some(({ reading }) => reading !== null)
      ? { id: 'reading', header: text('kpis.reading'), width: '12rem', cell: ({ reading }) => reading ?? '–' }
      : null,
    { id: 'at', header: text('kpis.at'), width: '13rem', cell: (item) => <Time at={item.at} /> },
  ];
  return columns.filter((column) => column !== null);
}

function TicketTable({ items, address }: { readonly items: Items; readonly address: Address }) {
  const text = useText();
  const go = useGo();
  const rows = items.edges.map(({ node }) => node);
  const columns = useColumns(rows);
  return (
    <Panel look="flush">
      {items.confidentialHidden === 0 ? null : (
        <Notice>{text('kpis.hidden', { count: items.confidentialHidden })}</Notice>
      )}
      <DataTable
        caption={text('kpis.items')}
        columns={columns}
        rows={rows}
        rowKey={(item) => `${item.ticketId}/${item.clock}/${item.cycle}/${item.at}`}
        onOpen={(item) => go(`/tickets/${item.key}`)}
        empty={<EmptyState compact title={text('kpis.noItems')} />}
        footer={
          <>
            <span>{text('kpis.count', { count: items.totalCount })}</span>
            <Pager address={address} next={items.pageInfo} />
          </>
        }
      />
    </Panel>
  );
}
