import { Pager, QueryView, useAddress, useGo, useParam } from '@daylight/web-app';
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
import { useText } from '../../app/text.js';
import { KpiItemsPageDocument, type ClockKind, type KpiItemsPageQuery } from '../../features/kpis/generated/kpis.js';

type Item = NonNullable<KpiItemsPageQuery['kpiItems']>['edges'][number]['node'];

const CLOCKS = [
  'FIRST_RESPONSE',
  'NEXT_RESPONSE',
  'UPDATE_CADENCE',
  'RESTORE',
  'RESOLUTION',
  'AGREED_DATE',
] as const satisfies readonly ClockKind[];

/** The tickets behind one figure: what was counted, and how it was judged (D-KPI-1). */
export function KpiItemsPage() {
  const text = useText();
  const go = useGo();
  const words = useFigureWords();
  const address = useAddress();
  const tenantId = useParam('clientId');
  const period = address.get('period') ?? '';
  const key = address.get('key') ?? '';
  const clock = CLOCKS.find((each) => each === address.get('clock')) ?? null;
  const [state, ask] = useQuery({
    query: KpiItemsPageDocument,
    variables: { tenantId, period, key, clock, first: 50, after: address.get('after') },
  });
  const figure = state.data?.kpis?.figures.find((each) => each.key === key && each.clock === clock) ?? null;
  const columns: readonly Column<Item>[] = [
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
    { id: 'at', header: text('kpis.at'), width: '13rem', cell: (item) => <Time at={item.at} /> },
  ];
  const title = figure?.label ?? text('kpis.items');
  return (
    <PageLayout
      title={title}
      description={
        figure === null ? undefined : (
          <Row gap="m">
            <span>{state.data?.kpis?.period.label}</span>
            <Text look="strong">{figure.display}</Text>
            <Text look="small">{figure.definition}</Text>
          </Row>
        )
      }
      back={{ href: `/clients/${tenantId}/kpis?period=${period}`, label: text('kpis.title') }}
    >
      <Panel look="flush">
        <QueryView state={state} onRetry={() => ask({ requestPolicy: 'network-only' })}>
          {({ kpiItems }) =>
            kpiItems === null ? (
              <EmptyState title={text('kpis.none')} />
            ) : (
              <>
                {kpiItems.confidentialHidden === 0 ? null : (
                  <Notice>{text('kpis.hidden', { count: kpiItems.confidentialHidden })}</Notice>
                )}
                <DataTable
                  caption={title}
                  columns={columns}
                  rows={kpiItems.edges.map(({ node }) => node)}
                  rowKey={(item) => `${item.ticketId}/${item.clock}/${item.cycle}/${item.at}`}
                  onOpen={(item) => go(`/tickets/${item.key}`)}
                  empty={<EmptyState compact title={text('kpis.noItems')} />}
                  footer={
                    <>
                      <span>{text('kpis.count', { count: kpiItems.totalCount })}</span>
                      <Pager address={address} next={kpiItems.pageInfo} />
                    </>
                  }
                />
              </>
            )
          }
        </QueryView>
      </Panel>
    </PageLayout>
  );
}
