import { oneOf, Pager, QueryView, useAddress, useGo, useMay } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { Button, EmptyState, PageLayout, Panel, Select } from '@daylight/web-ui';
import { lazy, Suspense } from 'react';
import { useText } from '../../app/text.js';
import { ClientSelect } from '../../features/clients/client-select.js';
import { Filters } from '../../features/forms/filters.js';
import { ReviewsPageDocument } from '../../features/reviews/generated/reviews.js';
import { ReviewList } from '../../features/reviews/review-list.js';

const NewReview = lazy(() =>
  import('../../features/reviews/new-review.js').then((module) => ({ default: module.NewReview })),
);
const STATUSES = ['ALL', 'DRAFT', 'PUBLISHED', 'SIGNED'] as const;

/** Reviews of all clients in reach: what is being written, what waits for signatures. */
export function ReviewsPage() {
  const text = useText();
  const go = useGo();
  const may = useMay();
  const address = useAddress();
  const client = address.get('client');
  const status = oneOf(address.get('status'), STATUSES);
  const filter = { tenantIds: client === null ? null : [client], statuses: status === 'ALL' ? null : [status] };
  const [state, ask] = useQuery({
    query: ReviewsPageDocument,
    variables: { filter, first: 50, after: address.get('after') },
  });
  const create = may('review:edit') ? (
    <Button look="primary" onClick={() => address.set({ new: '1' })}>
      {text('review.new')}
    </Button>
  ) : undefined;
  return (
    <PageLayout title={text('app.nav.reviews')} description={text('reviews.lead')} actions={create}>
      <Filters>
        <ClientSelect value={client} onChange={(id) => address.set({ client: id, after: null })} clearable />
        <Select
          label={text('review.status')}
          value={status}
          options={STATUSES.map((value) => ({ value, label: text(`review.status.${value}`) }))}
          onChange={(next) => address.set({ status: next === 'ALL' ? null : next, after: null })}
        />
      </Filters>
      <Panel look="flush">
        <QueryView state={state} onRetry={() => ask({ requestPolicy: 'network-only' })}>
          {({ reviews }) => (
            <ReviewList
              reviews={reviews.edges.map(({ node }) => node)}
              withClient
              empty={
                <EmptyState title={text('reviews.empty.title')} action={create}>
                  {text('reviews.empty.body')}
                </EmptyState>
              }
              footer={
                reviews.pageInfo.hasNextPage || address.get('after') !== null ? (
                  <Pager address={address} next={reviews.pageInfo} />
                ) : undefined
              }
            />
          )}
        </QueryView>
      </Panel>
      {address.get('new') === '1' && may('review:edit') ? (
        <Suspense>
          <NewReview
            client={client}
            onClose={() => address.set({ new: null }, 'replace')}
            onCreated={(id) => go(`/reviews/${id}`)}
          />
        </Suspense>
      ) : null}
    </PageLayout>
  );
}
