import { QueryView, useParam } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { Button, EmptyState, PageLayout } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { TicketPageDocument } from '../../features/ticket/generated/ticket.js';
import { TicketView } from '../../features/ticket/ticket-view.js';
import { readTrail } from '../../features/tickets/trail.js';

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;

/** One ticket, by its key or (from mails) by its id. */
export function TicketPage() {
  const text = useText();
  const name = useParam('ticketKey');
  const [state, ask] = useQuery({
    query: TicketPageDocument,
    variables: ID.test(name) ? { id: name, key: null } : { id: null, key: name },
  });
  const back = readTrail().address || '/queue';
  const ticket = state.data?.ticket ?? null;
  if (ticket !== null) return <TicketView key={ticket.id} ticket={ticket} back={back} />;
  return (
    <PageLayout title={name} back={{ href: back, label: text('queue.title') }} width="wide">
      <QueryView state={state} onRetry={() => ask({ requestPolicy: 'network-only' })} lines={4} lineHeight="8rem">
        {() => (
          <EmptyState title={text('ticket.notFound')} action={<Button href="/queue">{text('queue.title')}</Button>}>
            {text('page.gone')}
          </EmptyState>
        )}
      </QueryView>
    </PageLayout>
  );
}
