import { useLocal } from '@daylight/web-app';
import { useMutation } from '@daylight/web-data';
import { formatLocalDate } from '@daylight/web-format';
import { Badge, Button, EmptyState, Panel, Table, Text, useLanguage, useToast } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { readReviewChange } from './change.js';
import { CloseReviewActionDocument, type ReviewActionState, type ReviewWholeFragment } from './generated/review.js';

const TONE = { OPEN: 'accent', DONE: 'ok', DROPPED: 'neutral' } as const;

/** What was agreed to be done, by whom, until when. The client closes its own. */
export function Actions({ review }: { readonly review: ReviewWholeFragment }) {
  const text = useText();
  const local = useLocal();
  const language = useLanguage();
  const toast = useToast();
  const [{ fetching }, close] = useMutation(CloseReviewActionDocument);
  const mayClose = review.actionsAllowed.includes('closeReviewAction');
  async function set(actionId: string, state: ReviewActionState): Promise<void> {
    const { data } = await close({ input: { reviewId: review.id, actionId, state } });
    const outcome = readReviewChange(data?.closeReviewAction, { failed: text('page.failed'), gone: text('page.gone') });
    if (outcome.kind === 'refused') toast({ tone: 'error', text: outcome.messages.join(' ') });
    else if (outcome.kind === 'stale') toast({ tone: 'error', text: text('contract.stale', outcome) });
    else
      toast({
        text: text('review.action.saved'),
        ...(state === 'OPEN' ? {} : { undo: () => void set(actionId, 'OPEN') }),
      });
  }
  const rows = review.actions.map(
    ({ id, title, owner, ownerPerson, dueDate, state, carriedFrom, overdue, closingNote }) => [
      <span key="t">
        {local(title)}
        {carriedFrom === null ? null : (
          <>
            {' '}
            <Text look="small">{text('review.action.carried', { period: carriedFrom })}</Text>
          </>
        )}
        {closingNote === null ? null : (
          <>
            {' '}
            <Text look="small">{closingNote}</Text>
          </>
        )}
      </span>,
      ownerPerson?.displayName ?? text(`side.${owner}`),
      dueDate === null ? '–' : formatLocalDate(dueDate, language),
      <Badge key="s" tone={overdue ? 'danger' : TONE[state]}>
        {text(overdue ? 'review.action.overdue' : `review.action.${state}`)}
      </Badge>,
      mayClose && owner === 'CLIENT' && state === 'OPEN' ? (
        <Button key="c" size="small" busy={fetching} onClick={() => void set(id, 'DONE')}>
          {text('review.action.close')}
        </Button>
      ) : null,
    ],
  );
  return (
    <Panel title={text('review.actions')} look="flush">
      {rows.length === 0 ? (
        <EmptyState compact title={text('review.actions.none')} />
      ) : (
        <Table
          caption={text('review.actions')}
          head={[
            text('review.action'),
            text('review.owner'),
            text('review.due'),
            text('ticket.status'),
            <span key="x" className="dl-hidden">
              {text('review.action.close')}
            </span>,
          ]}
          rows={rows}
        />
      )}
    </Panel>
  );
}
