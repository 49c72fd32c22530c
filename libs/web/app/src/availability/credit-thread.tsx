import { formatMoney } from '@daylight/web-format';
import { Prose, Time, useLanguage } from '@daylight/web-ui';
import { useText } from '../text.js';
import classes from './availability.module.css';
import type { ShownCredit, ShownCreditEvent } from './shown.js';

/** What both sides did and said about a credit, oldest first; nothing in it is altered. */
export function CreditThread({ credit }: { readonly credit: ShownCredit }) {
  const text = useText();
  if (credit.events.length === 0) return <p className={classes['quiet']}>{text('avail.thread.none')}</p>;
  return (
    <ol className={classes['thread']} aria-label={text('avail.thread')}>
      {credit.events.map((event) => (
        <li key={event.id} id={`c-${event.id}`}>
          <p className={classes['head']}>
            <span className={classes['author']}>{event.person?.displayName ?? 'Daylight'}</span>
            <What event={event} currency={credit.currency} />
            <Time at={event.at} style="dayTime" />
          </p>
          {event.text === null || event.text === '' ? null : <Prose text={event.text} />}
          <Named event={event} credit={credit} />
        </li>
      ))}
    </ol>
  );
}

function What({ event, currency }: { readonly event: ShownCreditEvent; readonly currency: string }) {
  const text = useText();
  const language = useLanguage();
  const { kind, amountMinor, reference } = event;
  const amount = amountMinor === null ? '' : formatMoney({ amountMinor, currency }, language);
  return (
    <span>
      {text(`avail.thread.${kind}`)}
      {amount === '' ? null : ` · ${amount}`}
      {reference === null || reference === '' ? null : ` · ${reference}`}
    </span>
  );
}

/** What a dispute was about, in the words of the figure. */
function Named({ event, credit }: { readonly event: ShownCreditEvent; readonly credit: ShownCredit }) {
  const named = credit.figure.exclusions.filter(({ id }) => event.exclusionIds.includes(id));
  if (named.length === 0) return null;
  return (
    <ul className={classes['sentences']}>
      {named.map(({ id, sentence }) => (
        <li key={id}>{sentence}</li>
      ))}
    </ul>
  );
}
