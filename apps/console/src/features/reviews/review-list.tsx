import { useGo } from '@daylight/web-app';
import { type Column, DataTable, Link, Stack, Text } from '@daylight/web-ui';
import type { ReactNode } from 'react';
import { useText } from '../../app/text.js';
import { ReviewBadge } from './review-badges.js';
import type { ReviewLineFragment } from './generated/reviews.js';

interface ReviewListProps {
  readonly reviews: readonly ReviewLineFragment[];
  readonly withClient: boolean;
  readonly empty: ReactNode;
  readonly footer?: ReactNode;
}

/** Reviews with whose signature is missing. */
export function ReviewList({ reviews, withClient, empty, footer }: ReviewListProps) {
  const text = useText();
  const go = useGo();
  const columns: readonly Column<ReviewLineFragment>[] = [
    {
      id: 'period',
      header: text('review.period'),
      primary: true,
      cell: ({ id, period }) => <Link href={`/reviews/${id}`}>{period.label}</Link>,
    },
    ...(withClient
      ? [
          {
            id: 'client',
            header: text('review.client'),
            width: '14rem',
            cell: ({ tenantName }: ReviewLineFragment) => tenantName,
          },
        ]
      : []),
    {
      id: 'status',
      header: text('review.status'),
      width: '15rem',
      cell: ({ status, awaiting }) => (
        <Stack gap="xs">
          <span>
            <ReviewBadge status={status} />
          </span>
          {awaiting.length === 0 ? null : (
            <Text look="small">
              {text('review.awaiting', { parties: awaiting.map((party) => text(`party.${party}`)).join(', ') })}
            </Text>
          )}
        </Stack>
      ),
    },
    {
      id: 'actions',
      header: text('review.openActions'),
      width: '8rem',
      align: 'end',
      cell: ({ openActions }) => openActions,
    },
    {
      id: 'comments',
      header: text('review.comments'),
      width: '7rem',
      align: 'end',
      wideOnly: true,
      cell: ({ comments }) => comments,
    },
  ];
  return (
    <DataTable
      caption={text('app.nav.reviews')}
      columns={columns}
      rows={reviews}
      rowKey={({ id }) => id}
      onOpen={({ id }) => go(`/reviews/${id}`)}
      empty={empty}
      footer={footer}
    />
  );
}
