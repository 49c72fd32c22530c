import { type Address, Permitted, useAddress, QueryTrouble } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import {
  Badge,
  Button,
  EmptyState,
  FacetMenu,
  Facts,
  PageLayout,
  Panel,
  Skeleton,
  TextField,
  Time,
  useZone,
} from '@daylight/web-ui';
import { IconClock, IconLock } from '@tabler/icons-react';
import { useText } from '../../app/text.js';
import classes from '../../features/audit/audit.module.css';
import { ChangeView } from '../../features/audit/change-view.js';
import {
  AuditChoicesDocument,
  AuditPageDocument,
  type AuditFilter,
  type AuditPageQuery,
} from '../../features/audit/generated/audit.js';
import { SealPanel } from '../../features/audit/seal-panel.js';
import { instantOf } from '../../features/page/local-instant.js';
import { More } from '../../features/page/more.js';
import { usePages } from '../../features/page/use-pages.js';

type Entry = AuditPageQuery['auditEntries']['edges'][number]['node'];
const NONE: readonly never[] = [];

function filterOf(address: Address, zone: string): AuditFilter {
  const [from, to] = [address.get('from'), address.get('to')];
  return {
    actions: address.get('action')?.split(',') ?? null,
    objectType: address.get('object'),
    actorPersonId: address.get('actor'),
    tenantId: address.get('client'),
    from: from === null ? null : instantOf(`${from}T00:00`, zone),
    to: to === null ? null : instantOf(`${to}T24:00`, zone),
  };
}

/** Who did what to whom, from what to what, and whether the record is as it was sealed. */
export function AuditPage() {
  const text = useText();
  return (
    <Permitted permission="audit:read" title={text('app.nav.audit')}>
      <Audit />
    </Permitted>
  );
}

function Audit() {
  const text = useText();
  const zone = useZone();
  const address = useAddress();
  const filter = filterOf(address, zone);
  const pages = usePages({
    document: AuditPageDocument,
    variables: (after) => ({ filter, first: 50, after }),
    connection: (data) => data.auditEntries,
  });
  return (
    <PageLayout title={text('app.nav.audit')} description={text('audit.lead')}>
      <SealPanel />
      <Filters address={address} />
      <Panel look="flush">
        {pages.error !== null && pages.rows.length === 0 ? (
          <QueryTrouble error={pages.error} onRetry={pages.reload} />
        ) : null}
        {pages.loading && pages.rows.length === 0 ? <Skeleton height="2.5rem" lines={12} /> : null}
        {!pages.loading && pages.error === null && pages.rows.length === 0 ? (
          <EmptyState title={text('audit.empty')}>{text('queue.empty.filteredBody')}</EmptyState>
        ) : null}
        <ul className={classes['list']}>
          {pages.rows.map((entry) => (
            <li key={entry.id}>
              <EntryView entry={entry} />
            </li>
          ))}
        </ul>
      </Panel>
      <More pages={pages} />
    </PageLayout>
  );
}

function Filters({ address }: { readonly address: Address }) {
  const text = useText();
  const [{ data }] = useQuery({ query: AuditChoicesDocument });
  const facets = data?.auditFacets;
  const many = (name: string) => (chosen: readonly string[]) =>
    address.set({ [name]: chosen.length === 0 ? null : chosen.join(',') });
  const one = (name: string) => (chosen: readonly string[]) => address.set({ [name]: chosen.at(-1) ?? null });
  const chosen = (name: string): readonly string[] => address.get(name)?.split(',') ?? NONE;
  const names = ['action', 'object', 'actor', 'client', 'from', 'to'];
  return (
    <div className={classes['filters']} role="search" aria-label={text('queue.filter')}>
      <FacetMenu
        label={text('audit.action')}
        values={facets?.actions ?? NONE}
        chosen={chosen('action')}
        onChange={many('action')}
      />
      <FacetMenu
        label={text('audit.object')}
        values={facets?.objectTypes ?? NONE}
        chosen={chosen('object')}
        onChange={one('object')}
      />
      <FacetMenu
        label={text('audit.actor')}
        values={facets?.actors ?? NONE}
        chosen={chosen('actor')}
        onChange={one('actor')}
      />
      <FacetMenu
        label={text('queue.client')}
        values={facets?.tenants ?? NONE}
        chosen={chosen('client')}
        onChange={one('client')}
      />
      {names.some((name) => address.get(name) !== null) ? (
        <Button
          size="small"
          look="quiet"
          onClick={() => address.set(Object.fromEntries(names.map((name) => [name, null])))}
        >
          {text('queue.clear')}
        </Button>
      ) : null}
      <div className={classes['dates']}>
        <TextField
          label={text('audit.from')}
          type="date"
          value={address.get('from') ?? ''}
          onChange={(from) => address.set({ from }, 'replace')}
        />
        <TextField
          label={text('audit.to')}
          type="date"
          value={address.get('to') ?? ''}
          onChange={(to) => address.set({ to }, 'replace')}
        />
      </div>
    </div>
  );
}

function EntryView({ entry }: { readonly entry: Entry }) {
  const text = useText();
  return (
    <details className={classes['entry']}>
      <summary>
        <span className={classes['at']}>
          <Time at={entry.at} style="dayTime" />
        </span>
        <span>{entry.actor?.displayName ?? text(entry.actorSide === 'SYSTEM' ? 'audit.system' : 'audit.erased')}</span>
        <span className={classes['action']}>{entry.action}</span>
        <span className={classes['object']}>{entry.tenantName ?? entry.objectType}</span>
        {entry.seq === null ? (
          <Badge look="plain" icon={<IconClock aria-hidden />}>
            {text('audit.notSealed')}
          </Badge>
        ) : (
          <Badge look="plain" tone="ok" icon={<IconLock aria-hidden />}>
            {entry.seq}
          </Badge>
        )}
      </summary>
      <div className={classes['detail']}>
        <ChangeView before={entry.before} after={entry.after} />
        <Facts
          items={[
            { term: text('audit.when'), value: <Time at={entry.at} withZone /> },
            { term: text('audit.object'), value: `${entry.objectType} ${entry.objectId ?? ''}` },
            { term: text('audit.address'), value: entry.address ?? '–' },
            { term: text('audit.request'), value: entry.requestId ?? '–' },
            { term: text('audit.hash'), value: <code className={classes['hash']}>{entry.hash ?? '–'}</code> },
          ]}
        />
      </div>
    </details>
  );
}
