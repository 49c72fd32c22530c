import { AskFirst, hasPages, Pager, QueryView, useAddress } from '@daylight/web-app';
import { useMutation, useQuery } from '@daylight/web-data';
import { formatNumber } from '@daylight/web-format';
import {
  Badge,
  Button,
  DataTable,
  EmptyState,
  Notice,
  Panel,
  Time,
  useLanguage,
  useToast,
  type Column,
} from '@daylight/web-ui';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../../app/text.js';
import {
  DelegationsPanelDocument,
  RevokeDelegationDocument,
  type DelegationLineFragment,
  type DelegationsPanelQuery,
} from './generated/delegations.js';

const DelegateDialog = lazy(() => import('./delegate-dialog.js'));

type Lent = NonNullable<DelegationsPanelQuery['viewer']>['lentApprovals'][number];

const TONES = { UPCOMING: 'neutral', ACTIVE: 'ok', ENDED: 'neutral', REVOKED: 'warn' } as const;

/** The last day of a half-open stretch: the instant before its end. */
const lastMoment = (endsAt: string): string => new Date(Date.parse(endsAt) - 1).toISOString();

/** Who approves in whose place, and until when. */
export function DelegationsPanel() {
  const text = useText();
  const toast = useToast();
  const address = useAddress();
  const [lending, setLending] = useState(false);
  const [ending, setEnding] = useState<DelegationLineFragment | null>(null);
  const [result, ask] = useQuery({
    query: DelegationsPanelDocument,
    variables: { first: 10, after: address.get('after') },
  });
  const [, revoke] = useMutation(RevokeDelegationDocument);
  const refresh = (): void => ask({ requestPolicy: 'network-only' });
  async function end({ id }: DelegationLineFragment): Promise<void> {
    const answer = (await revoke({ input: { delegationId: id } })).data?.revokeDelegation;
    const done = answer?.__typename === 'ApprovalDelegated';
    toast(done ? { text: text('delegation.ended') } : { tone: 'error', text: text('page.gone') });
    refresh();
  }
  return (
    <Panel
      title={text('delegation.title')}
      description={text('delegation.lead')}
      look="flush"
      actions={
        result.data?.viewer?.roles.includes('APPROVER') === true ? (
          <Button size="small" onClick={() => setLending(true)}>
            {text('delegation.lend')}
          </Button>
        ) : undefined
      }
    >
      <QueryView state={result} onRetry={refresh}>
        {({ viewer, approvalDelegations }) => (
          <>
            <Standing lent={viewer?.lentApprovals ?? []} />
            <DelegationTable
              rows={approvalDelegations.edges.map(({ node }) => node)}
              onEnd={setEnding}
              footer={
                hasPages(address, approvalDelegations.pageInfo) ? (
                  <Pager address={address} next={approvalDelegations.pageInfo} />
                ) : undefined
              }
            />
          </>
        )}
      </QueryView>
      <Suspense>
        {lending ? <DelegateDialog onClose={() => setLending(false)} onLent={refresh} /> : null}
        {ending === null ? null : (
          <AskFirst
            title={text('delegation.end.title', { name: ending.delegate.displayName })}
            body={text('delegation.end.body')}
            label={text('delegation.end')}
            onConfirm={() => end(ending)}
            onClose={() => setEnding(null)}
          />
        )}
      </Suspense>
    </Panel>
  );
}

/** Whom the reader stands in for now. */
function Standing({ lent }: { readonly lent: readonly Lent[] }) {
  const text = useText();
  return lent.map(({ delegationId, onBehalfOf, endsAt }) => (
    <Notice key={delegationId} title={text('delegation.yours', { name: onBehalfOf.displayName })}>
      {text('delegation.until')} <Time at={lastMoment(endsAt)} style="date" />
    </Notice>
  ));
}

interface DelegationTableProps {
  readonly rows: readonly DelegationLineFragment[];
  readonly onEnd: (row: DelegationLineFragment) => void;
  readonly footer: React.ReactNode;
}

export function DelegationTable({ rows, onEnd, footer }: DelegationTableProps) {
  const text = useText();
  const language = useLanguage();
  const columns: readonly Column<DelegationLineFragment>[] = [
    { id: 'from', header: text('delegation.delegator'), primary: true, cell: ({ delegator }) => delegator.displayName },
    { id: 'to', header: text('delegation.delegate'), cell: ({ delegate }) => delegate.displayName },
    {
      id: 'period',
      header: text('delegation.period'),
      cell: ({ startsAt, endsAt }) => (
        <>
          <Time at={startsAt} style="date" /> – <Time at={lastMoment(endsAt)} style="date" />
        </>
      ),
    },
    {
      id: 'limit',
      header: text('delegation.limit'),
      align: 'end',
      width: '8rem',
      cell: ({ limitMinor }) =>
        limitMinor === null ? text('delegation.ownLimit') : formatNumber(limitMinor, language),
    },
    {
      id: 'state',
      header: text('ticket.status'),
      width: '7rem',
      cell: ({ state }) => <Badge tone={TONES[state]}>{text(`delegation.state.${state}`)}</Badge>,
    },
    {
      id: 'end',
      header: text('act.more'),
      width: '7rem',
      cell: (row) =>
        row.mayRevoke ? (
          <Button size="small" look="quiet" onClick={() => onEnd(row)}>
            {text('delegation.end')}
          </Button>
        ) : null,
    },
  ];
  return (
    <DataTable
      caption={text('delegation.title')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState compact title={text('delegation.none')} />}
      footer={footer}
    />
  );
}
