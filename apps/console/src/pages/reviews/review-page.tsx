import { oneOf, QueryView, useAddress, useParam } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { formatLocalDate } from '@daylight/web-format';
import {
  Badge,
  EmptyState,
  Link,
  PageLayout,
  Panel,
  Row,
  Segments,
  Skeleton,
  Stack,
  Text,
  Time,
  useLanguage,
} from '@daylight/web-ui';
import { useCallback, useEffect } from 'react';
import { useText } from '../../app/text.js';
import { Actions } from '../../features/reviews/actions.js';
import { FiguresTable } from '../../features/reviews/figures-table.js';
import { ReviewPageDocument, type ReviewWholeFragment } from '../../features/reviews/generated/reviews.js';
import { Misses } from '../../features/reviews/misses.js';
import { Narrative } from '../../features/reviews/narrative.js';
import { useReviewActs } from '../../features/reviews/review-acts.js';
import { ReviewBadge } from '../../features/reviews/review-badges.js';
import classes from '../../features/reviews/review.module.css';
import { CommentsPanel, EvidencePanel, SignaturesPanel } from '../../features/reviews/side.js';
import { Flow, Outlook, Addenda } from './review-outlook.js';

/** Its PDFs are made after publishing; the page looks for them. */
const LOOK_AGAIN_MS = 5_000;

/** A review being built, or the one that was signed: outline, the page as the client sees it, what is said about it. */
export function ReviewPage() {
  const text = useText();
  const [state, ask] = useQuery({ query: ReviewPageDocument, variables: { id: useParam('reviewId') } });
  const reload = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  const back = { href: '/reviews', label: text('app.nav.reviews') };
  const review = state.data?.review ?? null;
  const coming = review !== null && review.status !== 'DRAFT' && review.documents.length === 0;
  useEffect(() => {
    if (!coming) return undefined;
    const timer = setInterval(reload, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [coming, reload]);
  if (review !== null) return <Whole key={review.id} review={review} />;
  if (state.data !== undefined)
    return (
      <PageLayout title={text('app.nav.reviews')} back={back}>
        <Panel>
          <EmptyState title={text('review.gone')} />
        </Panel>
      </PageLayout>
    );
  return (
    <PageLayout
      title={<Skeleton height="2rem" width="16rem" />}
      documentTitle={text('app.nav.reviews')}
      back={back}
      width="wide"
    >
      <QueryView state={state} onRetry={reload} lines={4} lineHeight="9rem">
        {() => null}
      </QueryView>
    </PageLayout>
  );
}

const VIEWS = ['edit', 'read'] as const;

function Whole({ review }: { readonly review: ReviewWholeFragment }) {
  const text = useText();
  const address = useAddress();
  const acts = useReviewActs(review);
  const mayEdit = review.actionsAllowed.includes('editReview');
  const view = oneOf(address.get('view'), VIEWS);
  const editable = mayEdit && view === 'edit';
  const title = text('review.titleOf', { client: review.tenantName, period: review.period.label });
  return (
    <PageLayout
      title={
        <Row gap="s">
          <span>{title}</span>
          <ReviewBadge status={review.status} />
          {review.shared && review.status === 'DRAFT' ? <Badge look="outline">{text('review.isShared')}</Badge> : null}
        </Row>
      }
      documentTitle={title}
      description={<Dates review={review} />}
      back={{ href: `/reviews?client=${review.tenantId}`, label: text('app.nav.reviews') }}
      width="wide"
      actions={acts.buttons}
    >
      {acts.notice}
      {mayEdit ? (
        <Row justify="between">
          <Segments
            size="small"
            hideLabel
            label={text('review.view')}
            value={view}
            options={VIEWS.map((value) => ({ value, label: text(`review.view.${value}`) }))}
            onChange={(next) => address.set({ view: next === 'edit' ? null : next }, 'replace')}
          />
        </Row>
      ) : null}
      <div className={classes['layout']}>
        <Outline review={review} />
        <div className={classes['document']}>
          <Document review={review} editable={editable} />
        </div>
        <div className={classes['side']}>
          <SignaturesPanel review={review} />
          <EvidencePanel review={review} />
          <CommentsPanel review={review} />
        </div>
      </div>
    </PageLayout>
  );
}

function Dates({ review }: { readonly review: ReviewWholeFragment }) {
  const text = useText();
  const language = useLanguage();
  return (
    <Row gap="m">
      <span>
        {formatLocalDate(review.period.firstDate, language)} – {formatLocalDate(review.period.lastDate, language)} (
        {review.period.zone})
      </span>
      {review.publishedAt === null ? null : (
        <Text look="small">
          {text('review.publishedAt')} <Time at={review.publishedAt} />
        </Text>
      )}
      {review.previous === null ? null : (
        <Link href={`/reviews/${review.previous.id}`}>← {review.previous.period.label}</Link>
      )}
      {review.next === null ? null : <Link href={`/reviews/${review.next.id}`}>{review.next.period.label} →</Link>}
    </Row>
  );
}

/** What is written and what still needs eyes. */
function Outline({ review }: { readonly review: ReviewWholeFragment }) {
  const text = useText();
  const unexplained = review.misses.filter(({ cause }) => cause === null).length;
  const mark = (key: string, ko: string, en: string): { readonly state: string; readonly words: string } => {
    if (key === 'INCIDENTS' && unexplained > 0 && review.status === 'DRAFT')
      return { state: 'todo', words: String(unexplained) };
    if (ko !== '' && en !== '') return { state: 'done', words: '✓' };
    return { state: 'open', words: ko === '' && en === '' ? '–' : ko === '' ? 'EN' : 'KO' };
  };
  return (
    <nav className={classes['outline']} aria-label={text('review.outline')}>
      <ol>
        {review.sections.map(({ key, title, ko, en }) => {
          const { state, words } = mark(key, ko, en);
          return (
            <li key={key}>
              <a href={`#${key}`}>
                {title}
                <span className={classes['mark']} data-state={state}>
                  {words}
                </span>
              </a>
            </li>
          );
        })}
        <li>
          <a href="#ACTIONS">
            {text('review.actions')}
            <span className={classes['mark']}>{review.actions.filter(({ state }) => state === 'OPEN').length}</span>
          </a>
        </li>
        {review.addenda.length === 0 ? null : (
          <li>
            <a href="#ADDENDA">
              {text('review.addenda')}
              <span className={classes['mark']}>{review.addenda.length}</span>
            </a>
          </li>
        )}
      </ol>
    </nav>
  );
}

function Document({ review, editable }: { readonly review: ReviewWholeFragment; readonly editable: boolean }) {
  const text = useText();
  return (
    <>
      {review.sections.map((section) => (
        <div key={section.key} id={section.key} className={classes['section']}>
          <Panel title={section.title}>
            <Stack>
              <Narrative
                key={`${section.key}/${section.ko.length}/${section.en.length}`}
                review={review}
                section={section}
                editable={editable}
              />
              {section.key === 'SERVICE_LEVELS' ? (
                <FiguresTable
                  figures={review.figures}
                  hrefOf={({ key, clock }) =>
                    `/clients/${review.tenantId}/kpis/items?period=${review.period.key}&key=${key}${clock === null ? '' : `&clock=${clock}`}`
                  }
                />
              ) : null}
              {section.key === 'INCIDENTS' ? <Misses review={review} editable={editable} /> : null}
              {section.key === 'CHANGES' ? <Flow review={review} /> : null}
              {section.key === 'OUTLOOK' ? <Outlook review={review} /> : null}
            </Stack>
          </Panel>
        </div>
      ))}
      <div id="ACTIONS" className={classes['section']}>
        <Panel title={text('review.actions')}>
          <Actions review={review} />
        </Panel>
      </div>
      {review.addenda.length === 0 ? null : (
        <div id="ADDENDA" className={classes['section']}>
          <Addenda review={review} />
        </div>
      )}
    </>
  );
}
