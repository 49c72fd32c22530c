import { useLocal } from '@daylight/web-app';
import { formatDuration } from '@daylight/web-format';
import { EmptyState, Link, Panel, PriorityBadge, Table, Text, Time, useLanguage } from '@daylight/web-ui';
import { IconCircleCheck } from '@tabler/icons-react';
import { useText } from '../../app/text.js';
import type { ReviewWholeFragment } from './generated/review.js';

type Review = Pick<ReviewWholeFragment, 'misses' | 'missesNotListed' | 'outOfContract'>;

/** Each promise that wasn't kept, and why as far as it is known. */
export function Misses({ review: { misses, missesNotListed } }: { readonly review: Review }) {
  const text = useText();
  const local = useLocal();
  const language = useLanguage();
  const rows = misses.map(({ ticketId, key, subject, priority, clock, at, overSeconds, cause }) => [
    subject === null ? (
      <span key="t">
        {key} <Text look="small">{text('ticket.confidential')}</Text>
      </span>
    ) : (
      <span key="t">
        {key} <Link href={`/tickets/${ticketId}`}>{subject}</Link>
      </span>
    ),
    <PriorityBadge key="p" priority={priority} />,
    text(`clock.${clock}`),
    <Time key="a" at={at} style="dayTime" />,
    overSeconds === null ? '–' : formatDuration(overSeconds * 1_000, language),
    cause === null ? text('review.cause.none') : local(cause),
  ]);
  const head = [
    text('review.ticket'),
    text('ticket.priority'),
    text('review.clock'),
    text('review.missedAt'),
    text('review.over'),
    text('review.cause'),
  ];
  return (
    <Panel title={text('review.misses', { count: misses.length + missesNotListed })} look="flush">
      {rows.length === 0 ? (
        <EmptyState compact icon={<IconCircleCheck stroke={1.5} />} title={text('review.misses.none')} />
      ) : (
        <Table caption={text('review.misses', { count: misses.length })} head={head} rows={rows} figures={[4]} />
      )}
    </Panel>
  );
}

/** Work that no contract covered. */
export function OutOfContract({ review: { outOfContract } }: { readonly review: Review }) {
  const text = useText();
  if (outOfContract.length === 0) return null;
  const rows = outOfContract.map(({ ticketId, key, subject, priority, openedAt }) => [
    subject === null ? (
      key
    ) : (
      <span key="t">
        {key} <Link href={`/tickets/${ticketId}`}>{subject}</Link>
      </span>
    ),
    <PriorityBadge key="p" priority={priority} />,
    <Time key="a" at={openedAt} style="dayTime" />,
  ]);
  return (
    <Panel title={text('review.outOfContract')} look="flush">
      <Table
        caption={text('review.outOfContract')}
        head={[text('review.ticket'), text('ticket.priority'), text('ticket.opened')]}
        rows={rows}
      />
    </Panel>
  );
}
