import { useGo } from '@daylight/web-app';
import { type Column, DataTable, Link, Stack, Text } from '@daylight/web-ui';
import type { ReactNode } from 'react';
import { useText } from '../../app/text.js';
import { TermBadge, VersionBadge } from './contract-badges.js';
import type { ContractLineFragment, VersionLineFragment } from './generated/contracts.js';
import { useDates } from './use-dates.js';

interface ContractListProps {
  readonly contracts: readonly ContractLineFragment[];
  readonly withClient: boolean;
  readonly empty: ReactNode;
  readonly footer?: ReactNode;
}

/** The version somebody wants to see first: what waits, else what holds, else the newest. */
export const foremost = ({ pending, inForce, versions }: ContractLineFragment): VersionLineFragment | null =>
  pending ?? inForce ?? versions[0] ?? null;

/** A version that is being written or waits for the other side; the server's `pending` doesn't count drafts. */
export const openVersion = ({ pending, versions }: ContractLineFragment): VersionLineFragment | null =>
  pending ?? versions.find(({ state }) => state === 'DRAFT') ?? null;

/** Contracts with what holds now and what is on its way. */
export function ContractList({ contracts, withClient, empty, footer }: ContractListProps) {
  const text = useText();
  const go = useGo();
  const { range } = useDates();
  const columns: readonly Column<ContractLineFragment>[] = [
    {
      id: 'title',
      header: text('contract.title'),
      primary: true,
      cell: (contract) => (
        <Stack gap="xs">
          <Title title={contract.title} version={openVersion(contract) ?? foremost(contract)} />
          <Text look="small">{text(`contract.kind.${contract.kind}`)}</Text>
        </Stack>
      ),
    },
    ...(withClient
      ? [
          {
            id: 'client',
            header: text('contract.client'),
            width: '14rem',
            cell: ({ tenantName }: ContractLineFragment) => tenantName,
          },
        ]
      : []),
    {
      id: 'now',
      header: text('contract.inForce'),
      width: '19rem',
      cell: ({ inForce }) => <InForce version={inForce} range={range} />,
    },
    {
      id: 'next',
      header: text('contract.pending'),
      width: '11rem',
      cell: (contract) => {
        const open = openVersion(contract);
        return open === null ? (
          <Text look="small">{text('contract.noneOpen')}</Text>
        ) : (
          <VersionBadge state={open.state} />
        );
      },
    },
  ];
  return (
    <DataTable
      caption={text('app.nav.contracts')}
      columns={columns}
      rows={contracts}
      rowKey={({ id }) => id}
      onOpen={(contract) => {
        const version = openVersion(contract) ?? foremost(contract);
        if (version !== null) go(`/contracts/${version.id}`);
      }}
      empty={empty}
      footer={footer}
    />
  );
}

function Title({ title, version }: { readonly title: string; readonly version: VersionLineFragment | null }) {
  return version === null ? <span>{title}</span> : <Link href={`/contracts/${version.id}`}>{title}</Link>;
}

function InForce({
  version,
  range,
}: {
  readonly version: VersionLineFragment | null;
  readonly range: (from: string, to: string | null) => string;
}) {
  const text = useText();
  const { day } = useDates();
  if (version === null) return <Text look="small">{text('contract.noneInForce')}</Text>;
  return (
    <Stack gap="xs">
      <span>
        {text('contract.ordinal', { ordinal: version.ordinal })} ·{' '}
        {range(version.effectiveFromDate, version.term.currentTermEnd)}
      </span>
      <span>
        <TermBadge version={version} />
      </span>
      {version.term.noticeBy === null ? null : (
        <Text look="small">{text('contract.noticeUntil', { date: day(version.term.noticeBy) })}</Text>
      )}
    </Stack>
  );
}
