import { useQuery } from '@daylight/web-data';
import { ErrorState, Notice, Panel, PriorityBadge, Row, Skeleton, Text, Time } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import type { TicketDraft } from './draft.js';
import { PromiseDocument, type PromiseQuery } from './generated/new-ticket.js';
import classes from './promise-panel.module.css';

/** What the contract promises for a ticket like this one, before it is sent. */
export function PromisePanel({ draft: { serviceItemId, type, impact, urgency } }: { readonly draft: TicketDraft }) {
  const text = useText();
  const [{ data, error, fetching }, ask] = useQuery({
    query: PromiseDocument,
    variables: { input: { serviceItemId, type, impact, urgency } },
    pause: serviceItemId === '',
  });
  return (
    <div className={classes['sticky']}>
      <Panel title={text('new.promise')} description={text('new.promise.lead')}>
        <div aria-live="polite">
          {serviceItemId === '' ? (
            <Text look="secondary">{text('new.promise.choose')}</Text>
          ) : data !== undefined ? (
            <Promised promised={data.promisedTimes} />
          ) : error !== undefined && !fetching ? (
            <ErrorState compact onRetry={() => ask({ requestPolicy: 'network-only' })} />
          ) : (
            <Skeleton height="3.5rem" lines={3} />
          )}
        </div>
      </Panel>
    </div>
  );
}

function Promised({
  promised: { outOfContract, priority, times },
}: {
  readonly promised: PromiseQuery['promisedTimes'];
}) {
  const text = useText();
  if (outOfContract)
    return (
      <Notice tone="warn" title={text('ticket.outOfContract')}>
        {text('new.outOfContract')}
      </Notice>
    );
  return (
    <>
      <Row gap="s">
        <PriorityBadge priority={priority} withName />
      </Row>
      {times.length === 0 ? <p>{text('new.promise.none')}</p> : null}
      <ul className={classes['list']}>
        {times.map(({ kind, dueAt, zone, sentence }) => (
          <li key={kind} className={classes['item']}>
            <span className={classes['kind']}>{text(`clock.${kind}`)}</span>
            {dueAt === null ? null : (
              <span className={classes['due']}>
                <Time at={dueAt} contractZone={zone} withZone />
              </span>
            )}
            <span className={classes['sentence']}>{sentence}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
