import { Problems, useLocal } from '@daylight/web-app';
import { formatDuration } from '@daylight/web-format';
import { Button, EmptyState, Link, PriorityBadge, Row, Stack, Text, Time, useLanguage } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { LocalizedField } from '../forms/localized-field.js';
import { ExplainReviewMissDocument, type ReviewWholeFragment } from './generated/reviews.js';
import classes from './review.module.css';
import { useReviewAct } from './use-review-act.js';

type Miss = ReviewWholeFragment['misses'][number];

/** Clocks that were missed, each with why: the exceptions that need eyes before publishing. */
export function Misses({ review, editable }: { readonly review: ReviewWholeFragment; readonly editable: boolean }) {
  const text = useText();
  if (review.misses.length === 0) return <EmptyState compact title={text('review.noMisses')} />;
  return (
    <div>
      {review.misses.map((miss) => (
        <MissRow key={`${miss.ticketId}/${miss.clock}/${miss.at}`} review={review} miss={miss} editable={editable} />
      ))}
      {review.missesNotListed === 0 ? null : (
        <Text look="small">{text('stale.more', { count: review.missesNotListed })}</Text>
      )}
    </div>
  );
}

function MissRow({
  review,
  miss,
  editable,
}: {
  readonly review: ReviewWholeFragment;
  readonly miss: Miss;
  readonly editable: boolean;
}) {
  const text = useText();
  const local = useLocal();
  const language = useLanguage();
  const act = useReviewAct(ExplainReviewMissDocument, 'explainReviewMiss');
  const [cause, setCause] = useState<{ readonly ko: string; readonly en: string } | null>(null);
  async function save(): Promise<void> {
    if (cause === null) return;
    const changed = await act.run({
      input: { reviewId: review.id, ticketId: miss.ticketId, clock: miss.clock, cause },
    });
    if (changed !== null) setCause(null);
  }
  return (
    <div className={classes['miss']}>
      <Stack gap="xs">
        <Row gap="s">
          <PriorityBadge priority={miss.priority} />
          <Link href={`/tickets/${miss.key}`}>{miss.key}</Link>
          <span>{miss.subject ?? text('review.confidential')}</span>
        </Row>
        <Text look="small">
          {text(`clock.${miss.clock}`)} · <Time at={miss.at} />
          {miss.overSeconds === null
            ? ''
            : ` · ${text('review.over', { over: formatDuration(miss.overSeconds * 1_000, language) })}`}
        </Text>
      </Stack>
      {cause === null ? (
        <Row gap="s">
          {miss.cause === null ? (
            <Text look="small">{text(editable ? 'review.causeMissing' : 'review.causeNone')}</Text>
          ) : (
            <span>{local(miss.cause)}</span>
          )}
          {editable ? (
            <Button
              size="small"
              look="quiet"
              aria-label={text('review.explainOf', { key: miss.key })}
              onClick={() => setCause({ ko: miss.cause?.ko ?? '', en: miss.cause?.en ?? '' })}
            >
              {text(miss.cause === null ? 'review.explain' : 'editor.calendar.edit')}
            </Button>
          ) : null}
        </Row>
      ) : (
        <Stack gap="s">
          <LocalizedField label={text('review.cause')} value={cause} onChange={setCause} rows={2} />
          <Problems messages={act.messages} />
          <Row gap="s" justify="end">
            <Button size="small" onClick={() => setCause(null)}>
              {text('form.cancel')}
            </Button>
            <Button size="small" busy={act.busy} onClick={() => void save()}>
              {text('form.save')}
            </Button>
          </Row>
        </Stack>
      )}
    </div>
  );
}
