import { Link } from '@daylight/web-ui';
import { IconEyeOff } from '@tabler/icons-react';
import { useText } from '../../app/text.js';
import type { TicketLineFragment } from './generated/tickets.js';
import classes from './subject.module.css';

/** A ticket's subject as the way to it; confidential ones say so. */
export function Subject({
  ticket: { id, subject, confidential },
}: {
  readonly ticket: Pick<TicketLineFragment, 'id' | 'subject' | 'confidential'>;
}) {
  const text = useText();
  return (
    <span className={classes['subject']}>
      <Link href={`/tickets/${id}`}>{subject}</Link>
      {confidential ? <IconEyeOff size={15} stroke={1.75} role="img" aria-label={text('ticket.confidential')} /> : null}
    </span>
  );
}
