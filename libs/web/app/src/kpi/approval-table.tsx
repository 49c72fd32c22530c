import { formatDuration } from '@daylight/web-format';
import {
  DataTable,
  EmptyState,
  Link,
  Notice,
  Panel,
  Stack,
  Text,
  Time,
  useLanguage,
  type Column,
} from '@daylight/web-ui';
import { Pager } from '../page/pager.js';
import type { Address } from '../page/use-address.js';
import { useText } from '../text.js';

/** Something that a party was asked to agree to, behind a figure about approvals. */
interface ShownApproval {
  readonly id: string;
  readonly subjectName: string;
  readonly title: string;
  readonly askedAt: string;
  readonly decidedAt: string | null;
  readonly seconds: number;
  readonly ticketId: string | null;
  readonly contractVersionId: string | null;
  readonly reviewId: string | null;
}

export interface ApprovalTableProps {
  readonly approvals: {
    readonly totalCount: number;
    readonly confidentialHidden: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: readonly { readonly node: ShownApproval }[];
  };
  readonly address: Address;
}

function hrefOf({ ticketId, contractVersionId, reviewId }: ShownApproval): string {
  if (ticketId !== null) return `/tickets/${ticketId}`;
  return contractVersionId === null ? `/reviews/${reviewId ?? ''}` : `/contracts/versions/${contractVersionId}`;
}

function useColumns(): readonly Column<ShownApproval>[] {
  const text = useText();
  const language = useLanguage();
  return [
    {
      id: 'title',
      header: text('approvals.about'),
      primary: true,
      cell: (item) => (
        <Stack gap="xs">
          <Link href={hrefOf(item)}>{item.title}</Link>
          <Text look="small">{item.subjectName}</Text>
        </Stack>
      ),
    },
    { id: 'asked', header: text('approvals.asked'), width: '12rem', cell: ({ askedAt }) => <Time at={askedAt} /> },
    {
      id: 'decided',
      header: text('approvals.decided'),
      width: '12rem',
      cell: ({ decidedAt }) => (decidedAt === null ? text('approvals.open') : <Time at={decidedAt} />),
    },
    {
      id: 'took',
      header: text('approvals.took'),
      width: '8rem',
      align: 'end',
      cell: ({ seconds }) => formatDuration(seconds * 1_000, language),
    },
  ];
}

/** What a party was asked to agree to, and how long it took (D-KPI-1). */
export function ApprovalTable({ approvals, address }: ApprovalTableProps) {
  const text = useText();
  const columns = useColumns();
  return (
    <>
      {approvals.confidentialHidden === 0 ? null : (
        <Notice>{text('approvals.hidden', { count: approvals.confidentialHidden })}</Notice>
      )}
      <Panel look="flush">
        <DataTable
          caption={text('approvals.title')}
          columns={columns}
          rows={approvals.edges.map(({ node }) => node)}
          rowKey={({ id }) => id}
          empty={<EmptyState compact title={text('approvals.none')} />}
          footer={
            <>
              <span>{text('approvals.count', { count: approvals.totalCount })}</span>
              <Pager address={address} next={approvals.pageInfo} />
            </>
          }
        />
      </Panel>
    </>
  );
}

/** Whether a figure is about approvals, so that what is behind it are these and not tickets. */
export function isAboutApprovals(key: string): boolean {
  return /^(CLIENT|PROVIDER)_APPROVAL/.test(key);
}
