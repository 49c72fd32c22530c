import { AppLink, ServiceStateBadge, StageBadge, Stretch, useGo, useLocal } from '@daylight/web-app';
import { formatDuration } from '@daylight/web-format';
import { Badge, DataTable, Row, useLanguage, type Column } from '@daylight/web-ui';
import type { ReactNode } from 'react';
import { useText } from '../../app/text.js';
import type { OutageWholeFragment } from './generated/outages.js';

interface OutageTableProps {
  readonly outages: readonly OutageWholeFragment[];
  readonly loading: boolean;
  readonly empty: ReactNode;
}

/** What was or is down, for whom, since when, and how far it is. */
export function OutageTable({ outages, loading, empty }: OutageTableProps) {
  const text = useText();
  const local = useLocal();
  const language = useLanguage();
  const go = useGo();
  const columns: readonly Column<OutageWholeFragment>[] = [
    {
      ...{ id: 'title', header: text('outage.title'), primary: true },
      cell: ({ id, title }) => <AppLink href={`/outages/${id}`}>{local(title)}</AppLink>,
    },
    { id: 'client', header: text('avail.client'), width: '10rem', cell: ({ tenantName }) => tenantName },
    {
      ...{ id: 'service', header: text('avail.service'), width: '10rem' },
      cell: ({ serviceName }) => local(serviceName),
    },
    {
      ...{ id: 'state', header: text('outage.state'), width: '13rem' },
      cell: (outage) => <State outage={outage} />,
    },
    {
      ...{ id: 'when', header: text('outage.when'), width: '17rem' },
      cell: ({ startedAt, endedAt }) => <Stretch from={startedAt} to={endedAt} />,
    },
    {
      ...{ id: 'length', header: text('outage.length'), width: '7rem', align: 'end', oneLine: true },
      cell: ({ durationSeconds }) => formatDuration(durationSeconds * 1_000, language),
    },
  ];
  return (
    <DataTable
      caption={text('app.nav.outages')}
      columns={columns}
      rows={outages}
      rowKey={({ id }) => id}
      onOpen={({ id }) => go(`/outages/${id}`)}
      loading={loading}
      empty={empty}
    />
  );
}

function State({
  outage: { state, endedAt, stage, withdrawnAt, exclusions },
}: {
  readonly outage: OutageWholeFragment;
}) {
  const text = useText();
  const waiting = exclusions.filter((exclusion) => exclusion.state === 'PROPOSED').length;
  return (
    <Row gap="xs">
      <ServiceStateBadge state={state} />
      {withdrawnAt === null ? null : <Badge look="outline">{text('avail.withdrawn')}</Badge>}
      {endedAt === null && stage !== null ? <StageBadge stage={stage} /> : null}
      {waiting === 0 ? null : <Badge tone="warn">{text('outage.waiting', { count: waiting })}</Badge>}
    </Row>
  );
}
