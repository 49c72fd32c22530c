import { QueryView, useAddress, useLocal, useParam } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import {
  agreedShares,
  AttainmentPanel,
  Button,
  EmptyState,
  FigureGroups,
  figureId,
  FLOW_FIGURES,
  FlowSum,
  Notice,
  PageLayout,
  Panel,
  Row,
  Time,
} from '@daylight/web-ui';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../../app/text.js';
import { FigureTrend } from '../../features/kpi/figure-trend.js';
import { itemsHref } from '../../features/kpi/href.js';
import { Actions } from '../../features/review/actions.js';
import { Comments } from '../../features/review/comments.js';
import { Evidence } from '../../features/review/evidence.js';
import { ReviewPageDocument, type ReviewWholeFragment } from '../../features/review/generated/review.js';
import { Misses, OutOfContract } from '../../features/review/misses.js';
import { Sections } from '../../features/review/sections.js';

const SignDialog = lazy(() => import('../../features/review/sign-dialog.js'));

/** One review as a page: figures, misses, what was written, what was agreed. */
export function ReviewPage() {
  const text = useText();
  const [result, ask] = useQuery({ query: ReviewPageDocument, variables: { id: useParam('reviewId') } });
  const review = result.data?.review ?? null;
  const aside = review === null ? undefined : <Evidence review={review} />;
  const [signing, setSigning] = useState(false);
  const maySign = review !== null && review.digest !== null && review.actionsAllowed.includes('signReview');
  return (
    <PageLayout
      title={review === null ? text('review.title') : text('review.of', { period: review.period.label })}
      description={review?.tenantName}
      back={{ href: '/reviews', label: text('review.title') }}
      actions={
        maySign ? (
          <Button look="primary" onClick={() => setSigning(true)}>
            {text('review.sign')}
          </Button>
        ) : undefined
      }
      {...(aside === undefined ? {} : { aside })}
    >
      <QueryView state={result} onRetry={() => ask({ requestPolicy: 'network-only' })} lines={5} lineHeight="8rem">
        {({ review: found }) =>
          found === null ? (
            <Panel look="flush">
              <EmptyState title={text('page.gone')} action={<Button href="/reviews">{text('review.title')}</Button>} />
            </Panel>
          ) : (
            <Body review={found} />
          )
        }
      </QueryView>
      {signing && review !== null && review.digest !== null ? (
        <Suspense>
          <SignDialog review={review} digest={review.digest} onClose={() => setSigning(false)} />
        </Suspense>
      ) : null}
    </PageLayout>
  );
}

function Body({ review }: { readonly review: ReviewWholeFragment }) {
  const text = useText();
  const local = useLocal();
  const address = useAddress();
  const { figures, period } = review;
  const hrefOf = itemsHref(period.key);
  const agreed = agreedShares(figures);
  return (
    <>
      {review.status === 'DRAFT' ? <Notice>{text('review.draft')}</Notice> : null}
      {review.addenda.map(({ id, at, author, body }) => (
        <Notice key={id} tone="warn" title={text('review.addendum')}>
          {local(body)}{' '}
          <span>
            {author?.displayName ?? 'Daylight'} · <Time at={at} style="date" />
          </span>
        </Notice>
      ))}
      <Sections sections={review.sections} />
      <AttainmentPanel figures={agreed} hrefOf={hrefOf} />
      <FigureGroups
        figures={figures}
        hrefOf={hrefOf}
        skip={[...agreed.map(figureId), ...FLOW_FIGURES]}
        clientHeading={text('kpi.group.CLIENT')}
      />
      <FigureTrend
        figures={figures}
        chosen={address.get('trend')}
        onChoose={(id) => address.set({ trend: id }, 'replace')}
      />
      <FlowSum flow={review.flow} figures={figures} hrefOf={hrefOf} />
      <Misses review={review} />
      <OutOfContract review={review} />
      <Actions review={review} />
      <Comments review={review} />
      <Row justify="between">
        {review.previous === null ? (
          <span />
        ) : (
          <Button href={`/reviews/${review.previous.id}`}>← {review.previous.period.label}</Button>
        )}
        {review.next === null ? null : (
          <Button href={`/reviews/${review.next.id}`}>{review.next.period.label} →</Button>
        )}
      </Row>
    </>
  );
}
