import { useLocal } from '@daylight/web-app';
import { formatLocalDate } from '@daylight/web-format';
import {
  Facts,
  Link,
  Notice,
  Panel,
  PriorityBadge,
  Row,
  Stack,
  Table,
  Text,
  Time,
  useLanguage,
} from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { type ReviewWholeFragment } from '../../features/reviews/generated/reviews.js';
import classes from '../../features/reviews/review.module.css';

const FLOW = ['backlogStart', 'opened', 'reopened', 'resolved', 'cancelled', 'merged', 'backlogEnd'] as const;

export function Flow({ review }: { readonly review: ReviewWholeFragment }) {
  const text = useText();
  return (
    <>
      <Table
        caption={text('review.flow')}
        head={FLOW.map((part) => text(`flow.${part}`))}
        rows={[FLOW.map((part) => review.flow[part])]}
        figures={FLOW.map((_part, index) => index)}
      />
      {review.flow.balanced ? null : <Notice tone="warn">{text('flow.unbalanced')}</Notice>}
    </>
  );
}

export function Outlook({ review }: { readonly review: ReviewWholeFragment }) {
  const text = useText();
  const language = useLanguage();
  return (
    <>
      {review.contractDates.length === 0 ? (
        <Text look="small">{text('review.noDates')}</Text>
      ) : (
        <Facts
          items={review.contractDates.map(({ date, label }) => ({
            term: formatLocalDate(date, language),
            value: label,
          }))}
        />
      )}
      {review.outOfContract.length === 0 ? null : (
        <Stack gap="s">
          <Text look="strong">{text('review.outOfContract')}</Text>
          <ul className={classes['list']}>
            {review.outOfContract.map(({ ticketId, key, subject, priority }) => (
              <li key={ticketId}>
                <Row gap="s">
                  <PriorityBadge priority={priority} />
                  <Link href={`/tickets/${key}`}>{key}</Link>
                  <span>{subject ?? text('review.confidential')}</span>
                </Row>
              </li>
            ))}
          </ul>
        </Stack>
      )}
    </>
  );
}

export function Addenda({ review }: { readonly review: ReviewWholeFragment }) {
  const text = useText();
  const local = useLocal();
  return (
    <Panel title={text('review.addenda')}>
      {review.addenda.map(({ id, at, author, body }) => (
        <div key={id} className={classes['comment']}>
          <p>{local(body)}</p>
          <Text look="small">
            {author?.displayName ?? '–'} · <Time at={at} />
          </Text>
        </div>
      ))}
    </Panel>
  );
}
