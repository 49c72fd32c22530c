import { DataTable, type Column } from '@daylight/web-ui';
import type { ReactNode } from 'react';
import { AppLink } from '../frame/link.js';
import { useLocal } from '../page/use-local.js';
import { useText } from '../text.js';
import type { CreditState } from './shown.js';
import { CreditBadge } from './states.js';

interface Line {
  readonly id: string;
  readonly tenantName: string;
  readonly serviceName: { readonly ko: string; readonly en: string };
  readonly period: { readonly label: string };
  readonly state: CreditState;
  readonly amountDisplay: string;
  readonly breach: string;
  readonly rule: string;
}

interface CreditTableProps<Credit extends Line> {
  readonly credits: readonly Credit[];
  /** Whose it is, where there are several clients. */
  readonly withTenant: boolean;
  readonly onOpen: (credit: Credit) => void;
  readonly empty: ReactNode;
  readonly footer?: ReactNode;
}

/** Per period: what was missed, which rule pays, how much, how far it is. */
export function CreditTable<Credit extends Line>({
  credits,
  withTenant,
  onOpen,
  empty,
  footer,
}: CreditTableProps<Credit>) {
  const text = useText();
  const local = useLocal();
  const columns: readonly Column<Credit>[] = [
    {
      ...{ id: 'period', header: text('avail.period'), width: '9rem', primary: true },
      cell: ({ id, period }) => <AppLink href={`/credits/${id}`}>{period.label}</AppLink>,
    },
    ...(withTenant
      ? [
          {
            ...{ id: 'tenant', header: text('avail.client'), width: '10rem' },
            cell: ({ tenantName }: Credit) => tenantName,
          },
        ]
      : []),
    {
      ...{ id: 'service', header: text('avail.service'), width: '9rem' },
      cell: ({ serviceName }) => local(serviceName),
    },
    { id: 'breach', header: text('avail.credit.breach'), cell: ({ breach }) => breach },
    { id: 'rule', header: text('avail.credit.rule'), cell: ({ rule }) => rule, wideOnly: true },
    {
      ...{ id: 'amount', header: text('avail.credit.amount'), width: '9rem', align: 'end' as const, oneLine: true },
      cell: ({ amountDisplay }) => <strong>{amountDisplay}</strong>,
    },
    {
      ...{ id: 'state', header: text('avail.credit.state'), width: '8rem' },
      cell: ({ state }) => <CreditBadge state={state} />,
    },
  ];
  return (
    <DataTable
      caption={text('avail.credits')}
      columns={columns}
      rows={credits}
      rowKey={({ id }) => id}
      onOpen={onOpen}
      empty={empty}
      footer={footer}
    />
  );
}
