import { Problems, useLocal } from '@daylight/web-app';
import { formatLocalDate } from '@daylight/web-format';
import { Badge, Button, EmptyState, Grid, Row, Segments, Stack, Text, TextField, useLanguage } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { LocalizedField } from '../forms/localized-field.js';
import {
  AddReviewActionDocument,
  CloseReviewActionDocument,
  type ContractParty,
  type ReviewActionState,
  type ReviewWholeFragment,
} from './generated/reviews.js';
import classes from './review.module.css';
import { useReviewAct } from './use-review-act.js';

type Action = ReviewWholeFragment['actions'][number];

/** What both sides have agreed to do, carried over until it is done. */
export function Actions({ review }: { readonly review: ReviewWholeFragment }) {
  const text = useText();
  const mayAdd = review.actionsAllowed.includes('addReviewAction');
  return (
    <Stack>
      {review.actions.length === 0 ? (
        <EmptyState compact title={text('review.noActions')} />
      ) : (
        <ul className={classes['list']}>
          {review.actions.map((action) => (
            <ActionRow key={action.id} review={review} action={action} />
          ))}
        </ul>
      )}
      {mayAdd ? <NewAction review={review} /> : null}
    </Stack>
  );
}

function ActionRow({ review, action }: { readonly review: ReviewWholeFragment; readonly action: Action }) {
  const text = useText();
  const local = useLocal();
  const language = useLanguage();
  const act = useReviewAct(CloseReviewActionDocument, 'closeReviewAction');
  const set = (state: ReviewActionState): void =>
    void act.run({ input: { reviewId: review.id, actionId: action.id, state, note: null } });
  const may = review.actionsAllowed.includes('closeReviewAction');
  return (
    <li className={classes['miss']}>
      <Row justify="between" gap="m">
        <Stack gap="xs">
          <span>{local(action.title)}</span>
          <Text look="small">
            {[
              text(`party.${action.owner}`),
              action.ownerPerson?.displayName,
              action.dueDate === null ? null : text('review.due', { date: formatLocalDate(action.dueDate, language) }),
              action.carriedFrom === null ? null : text('review.carried', { period: action.carriedFrom }),
              action.closingNote,
            ]
              .filter((part) => part !== null && part !== undefined && part !== '')
              .join(' · ')}
          </Text>
        </Stack>
        <Row gap="s">
          <Badge tone={action.state === 'DONE' ? 'ok' : action.overdue ? 'danger' : 'neutral'}>
            {text(
              action.overdue && action.state === 'OPEN' ? 'review.action.overdue' : `review.action.${action.state}`,
            )}
          </Badge>
          {may && action.state === 'OPEN' ? (
            <Button size="small" busy={act.busy} onClick={() => set('DONE')}>
              {text('review.markDone')}
            </Button>
          ) : null}
          {may && action.state === 'OPEN' ? (
            <Button size="small" look="quiet" onClick={() => set('DROPPED')}>
              {text('review.drop')}
            </Button>
          ) : null}
          {may && action.state !== 'OPEN' ? (
            <Button size="small" look="quiet" onClick={() => set('OPEN')}>
              {text('review.reopen')}
            </Button>
          ) : null}
        </Row>
      </Row>
      <Problems messages={act.messages} />
    </li>
  );
}

function NewAction({ review }: { readonly review: ReviewWholeFragment }) {
  const text = useText();
  const act = useReviewAct(AddReviewActionDocument, 'addReviewAction');
  const [open, setOpen] = useState(false);
  const [title, setTitle] = useState({ ko: '', en: '' });
  const [owner, setOwner] = useState<ContractParty>('PROVIDER');
  const [dueDate, setDueDate] = useState('');
  async function add(): Promise<void> {
    const changed = await act.run({
      input: { reviewId: review.id, title, owner, dueDate: dueDate === '' ? null : dueDate },
    });
    if (changed === null) return;
    setTitle({ ko: '', en: '' });
    setDueDate('');
    setOpen(false);
  }
  if (!open)
    return (
      <span>
        <Button size="small" onClick={() => setOpen(true)}>
          {text('review.addAction')}
        </Button>
      </span>
    );
  return (
    <Stack gap="s">
      <LocalizedField label={text('review.actionTitle')} value={title} onChange={setTitle} required />
      <Grid min={12}>
        <Segments
          label={text('review.owner')}
          value={owner}
          options={(['PROVIDER', 'CLIENT'] as const).map((value) => ({ value, label: text(`party.${value}`) }))}
          onChange={setOwner}
        />
        <TextField type="date" label={text('review.dueDate')} value={dueDate} onChange={setDueDate} />
      </Grid>
      <Problems messages={act.messages} />
      <Row gap="s" justify="end">
        <Button size="small" onClick={() => setOpen(false)}>
          {text('form.cancel')}
        </Button>
        <Button size="small" busy={act.busy} onClick={() => void add()}>
          {text('form.add')}
        </Button>
      </Row>
    </Stack>
  );
}
