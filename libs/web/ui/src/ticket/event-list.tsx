import { Time } from '../text/time.js';
import { useUiText } from '../text/ui-text.js';
import classes from './event-list.module.css';

/** What happened, told by the API in the reader's language. */
export interface EventEntry {
  readonly seq: number;
  readonly at: string;
  readonly side: 'CLIENT' | 'PROVIDER' | 'SYSTEM';
  readonly actor: { readonly displayName: string } | null;
  readonly sentence: string;
  readonly messageId?: string | null;
}

export interface EventListProps {
  readonly label: string;
  readonly entries: readonly EventEntry[];
}

/** The history of a ticket, as both sides see it. */
export function EventList({ label, entries }: EventListProps) {
  const text = useUiText();
  return (
    <ol className={classes['list']} aria-label={label}>
      {entries.map(({ seq, at, side, actor, sentence, messageId = null }) => (
        <li key={seq} className={classes['entry']} data-side={side}>
          <span className={classes['what']}>
            {messageId === null ? sentence : <a href={`#c-${messageId}`}>{sentence}</a>}
          </span>
          <span className={classes['who']}>
            {actor?.displayName ?? text('ui.conversation.system')} · <Time at={at} style="dayTime" />
          </span>
        </li>
      ))}
    </ol>
  );
}
