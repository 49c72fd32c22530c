import { formatLocalDate } from '@daylight/web-format';
import { Facts, FileLinks, Panel, Stack, Text, Time, useLanguage } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import type { ReviewWholeFragment } from './generated/review.js';
import { ReviewStatus } from './review-status.js';
import { Verify } from './verify.js';

/** Beside the review: where it stands, who signed which bytes, the documents, the proof. */
export function Evidence({ review }: { readonly review: ReviewWholeFragment }) {
  const text = useText();
  const language = useLanguage();
  const items = [
    { term: text('ticket.status'), value: <ReviewStatus status={review.status} /> },
    {
      term: text('kpi.period'),
      value: `${formatLocalDate(review.period.firstDate, language)} – ${formatLocalDate(review.period.lastDate, language)}`,
    },
    ...(review.publishedAt === null
      ? []
      : [
          {
            term: text('review.published'),
            value: (
              <>
                {review.publishedBy?.displayName ?? '–'} · <Time at={review.publishedAt} style="date" />
              </>
            ),
          },
        ]),
    ...review.signatures.map(({ party, person, onBehalfOf, title, at, form }) => ({
      term: text('review.signedBy', { party: text(`side.${party}`) }),
      value: (
        <>
          {person?.displayName ?? '–'}
          {title === null || title === '' ? null : `, ${title}`}
          {onBehalfOf === null ? null : ` (${text('onBehalfOf', { name: onBehalfOf.displayName })})`} ·{' '}
          <Time at={at} withZone /> · {text(`review.form.${form}`)}
        </>
      ),
    })),
    ...(review.digest === null ? [] : [{ term: text('digest'), value: <Text look="code">{review.digest}</Text> }]),
  ];
  const copies = review.signatures.flatMap(({ sealedCopy }) => (sealedCopy === null ? [] : [sealedCopy]));
  return (
    <>
      <Panel title={text('review.record')}>
        <Facts items={items} />
      </Panel>
      {review.digest === null ? null : (
        <Panel title={text('review.proof')} description={text('review.proof.lead')}>
          <Verify reviewId={review.id} />
        </Panel>
      )}
      <Panel title={text('review.documents')}>
        {review.documents.length + copies.length === 0 ? (
          <Text look="secondary">{text('review.documents.none')}</Text>
        ) : (
          <Stack gap="xs">
            <FileLinks files={review.documents.map(({ file }) => file)} />
            <FileLinks files={copies} />
          </Stack>
        )}
      </Panel>
      {review.contractDates.length === 0 ? null : (
        <Panel title={text('review.dates')}>
          <Facts
            items={review.contractDates.map(({ date, label }) => ({
              term: formatLocalDate(date, language),
              value: label,
            }))}
          />
        </Panel>
      )}
    </>
  );
}
