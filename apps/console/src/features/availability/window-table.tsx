import { AppLink, MaintenanceBadges, Overrun, Stretch, useGo, useLocal } from '@daylight/web-app';
import { Badge, DataTable, Row, type Column } from '@daylight/web-ui';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../app/text.js';
import type { MaintenanceWholeFragment } from './generated/maintenance.js';

interface WindowTableProps {
  readonly windows: readonly MaintenanceWholeFragment[];
  readonly loading: boolean;
  readonly empty: ReactNode;
}

/** Which work, for whom, when, how far, and whether it counts as planned. */
export function WindowTable({ windows, loading, empty }: WindowTableProps) {
  const text = useText();
  const local = useLocal();
  const go = useGo();
  const columns: readonly Column<MaintenanceWholeFragment>[] = [
    {
      ...{ id: 'title', header: text('work.title'), primary: true },
      cell: ({ id, title }) => <AppLink href={`/maintenance/${id}`}>{local(title)}</AppLink>,
    },
    { id: 'client', header: text('avail.client'), width: '10rem', cell: ({ tenantName }) => tenantName },
    {
      ...{ id: 'services', header: text('work.services'), width: '12rem' },
      cell: ({ services }) => services.map(({ name }) => local(name)).join(', '),
    },
    {
      ...{ id: 'when', header: text('work.when'), width: '17rem' },
      cell: (window) => (
        <>
          <Stretch from={window.startsAt} to={window.endsAt} />
          <Overrun window={window} />
        </>
      ),
    },
    {
      ...{ id: 'state', header: text('work.state'), width: '11rem' },
      cell: (window) => (
        <Row gap="xs">
          <MaintenanceBadges window={window} />
        </Row>
      ),
    },
    { id: 'counts', header: text('work.counts'), width: '10rem', cell: (window) => <Counts window={window} /> },
  ];
  return (
    <DataTable
      caption={text('app.nav.maintenance')}
      columns={columns}
      rows={windows}
      rowKey={({ id }) => id}
      onOpen={({ id }) => go(`/maintenance/${id}`)}
      loading={loading}
      empty={empty}
    />
  );
}

/** Planned for all services, or the reason of the first for which it isn't. */
export function Counts({ window: { services, state } }: { readonly window: MaintenanceWholeFragment }) {
  const text = useText();
  const reason = services.find(({ judgement }) => judgement.reason !== null)?.judgement.reason ?? null;
  if (state === 'CANCELLED') return <>–</>;
  if (reason === null)
    return (
      <Badge tone="ok" icon={<IconCheck aria-hidden />}>
        {text('work.counts.planned')}
      </Badge>
    );
  return (
    <Badge tone="warn" icon={<IconAlertTriangle aria-hidden />}>
      {text(`work.counts.${reason}`)}
    </Badge>
  );
}
