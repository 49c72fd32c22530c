import { hasPages, Pager, QueryView, useAddress, useGo } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { formatLocalDate } from '@daylight/web-format';
import {
  Badge,
  DataTable,
  EmptyState,
  Link,
  PageLayout,
  Panel,
  Time,
  useLanguage,
  type Column,
} from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { ReviewsPageDocument, type ReviewLineFragment } from '../../features/review/generated/review.js';
import { ReviewStatus } from '../../features/review/review-status.js';

/** The company's service reviews, latest period first. */
export function ReviewsPage() {
  const text = useText();
  const go = useGo();
  const language = useLanguage();
  const address = useAddress();
  const [result, ask] = useQuery({ query: ReviewsPageDocument, variables: { first: 20, after: address.get('after') } });
  const columns: readonly Column<ReviewLineFragment>[] = [
    {
      id: 'period',
      header: text('kpi.period'),
      cell: ({ id, period }) => <Link href={`/reviews/${id}`}>{period.label}</Link>,
      primary: true,
    },
    {
      id: 'dates',
      header: text('review.dates.of'),
      width: '17rem',
      cell: ({ period }) =>
        `${formatLocalDate(period.firstDate, language)} – ${formatLocalDate(period.lastDate, language)}`,
      wideOnly: true,
    },
    {
      id: 'status',
      header: text('ticket.status'),
      width: '9rem',
      cell: ({ status }) => <ReviewStatus status={status} />,
    },
    {
      id: 'awaiting',
      header: text('review.awaiting'),
      width: '10rem',
      cell: ({ awaiting }) => (awaiting.length === 0 ? '–' : awaiting.map((party) => text(`side.${party}`)).join(', ')),
    },
    {
      id: 'actions',
      header: text('review.openActions'),
      width: '8rem',
      align: 'end',
      cell: ({ openActions }) => (openActions === 0 ? '–' : <Badge>{openActions}</Badge>),
    },
    {
      id: 'at',
      header: text('review.published'),
      width: '10rem',
      cell: ({ publishedAt }) => (publishedAt === null ? '–' : <Time at={publishedAt} style="date" />),
    },
  ];
  return (
    <PageLayout title={text('review.title')} documentTitle={text('app.nav.reviews')} description={text('review.lead')}>
      <QueryView state={result} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {({ reviews }) => (
          <Panel look="flush">
            <DataTable
              caption={text('review.title')}
              columns={columns}
              rows={reviews.edges.map(({ node }) => node)}
              rowKey={({ id }) => id}
              onOpen={({ id }) => go(`/reviews/${id}`)}
              empty={<EmptyState title={text('review.none')}>{text('review.none.body')}</EmptyState>}
              footer={
                hasPages(address, reviews.pageInfo) ? <Pager address={address} next={reviews.pageInfo} /> : undefined
              }
            />
          </Panel>
        )}
      </QueryView>
    </PageLayout>
  );
}
