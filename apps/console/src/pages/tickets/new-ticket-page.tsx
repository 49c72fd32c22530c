import { PageLayout } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { NewTicketForm } from '../../features/tickets/new-ticket-form.js';

/** A ticket for a client who called. */
export function NewTicketPage() {
  const text = useText();
  return (
    <PageLayout
      title={text('newTicket.title')}
      description={text('newTicket.lead')}
      back={{ href: '/queue', label: text('queue.title') }}
      width="reading"
    >
      <NewTicketForm />
    </PageLayout>
  );
}
