import { Problems } from '@daylight/web-app';
import { useDraft, useMutation, useSession } from '@daylight/web-data';
import { Composer, Panel, Prose, Stack, Text, Time } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { readReviewChange } from './change.js';
import classes from './comments.module.css';
import { CommentReviewDocument, type ReviewWholeFragment } from './generated/review.js';

/** What both sides said about the review. */
export function Comments({ review }: { readonly review: ReviewWholeFragment }) {
  const text = useText();
  const { viewer, tenant } = useSession();
  const draft = useDraft({ userId: viewer.id, tenantId: tenant?.id ?? null, object: `review:${review.id}:comment` });
  const [messages, setMessages] = useState<readonly string[]>([]);
  const [, comment] = useMutation(CommentReviewDocument);
  const titleOf = (key: string | null): string | undefined =>
    review.sections.find((section) => section.key === key)?.title;
  async function send(body: string): Promise<boolean> {
    const { data } = await comment({ input: { reviewId: review.id, body } });
    const outcome = readReviewChange(data?.commentReview, { failed: text('page.failed'), gone: text('page.gone') });
    setMessages(
      outcome.kind === 'refused' ? outcome.messages : outcome.kind === 'stale' ? [text('contract.stale', outcome)] : [],
    );
    if (outcome.kind === 'changed') draft.clear();
    return outcome.kind === 'changed';
  }
  return (
    <Panel title={text('review.comments', { count: review.comments.length })}>
      <Stack>
        {review.comments.length === 0 ? (
          <Text look="secondary">{text('review.comments.none')}</Text>
        ) : (
          <ol className={classes['list']}>
            {review.comments.map(({ id, author, side, at, section, body }) => (
              <li key={id} id={`c-${id}`}>
                <p className={classes['head']}>
                  <span className={classes['author']}>{author?.displayName ?? '–'}</span>
                  <span>{text(`side.${side}`)}</span>
                  {titleOf(section) === undefined ? null : <span>{titleOf(section)}</span>}
                  <Time at={at} style="dayTime" />
                </p>
                <Prose text={body} />
              </li>
            ))}
          </ol>
        )}
        <Problems title={text('act.refused')} messages={messages} />
        {review.actionsAllowed.includes('commentReview') && draft.initial !== null ? (
          <Composer
            label={text('review.comment')}
            placeholder={text('review.comment')}
            submitLabel={text('review.comment.send')}
            initial={draft.initial}
            onDraft={draft.save}
            onSubmit={send}
            rows={3}
          />
        ) : null}
      </Stack>
    </Panel>
  );
}
