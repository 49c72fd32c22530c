import { Permitted, QueryView, useAddress, useGo } from '@daylight/web-app';
import { useDraft, useQuery, useSession } from '@daylight/web-data';
import { Button, EmptyState, PageLayout, Panel, useToast } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { readDraft, type TicketDraft } from '../../features/new-ticket/draft.js';
import { NewTicketPageDocument, type NewTicketPageQuery } from '../../features/new-ticket/generated/new-ticket.js';
import { NewTicketForm } from '../../features/new-ticket/new-ticket-form.js';
import type { Opened } from '../../features/new-ticket/outcome.js';
import { PromisePanel } from '../../features/new-ticket/promise-panel.js';

/** Opens a ticket. `?service=` presets the service, for links from elsewhere. */
export function NewTicketPage() {
  const text = useText();
  const back = { href: '/tickets', label: text('app.nav.tickets') };
  return (
    <Permitted permission="ticket:open" title={text('app.newTicket')} back={back}>
      <Opening />
    </Permitted>
  );
}

function Opening() {
  const text = useText();
  const { viewer, tenant } = useSession();
  const [result, ask] = useQuery({ query: NewTicketPageDocument });
  const kept = useDraft({ userId: viewer.id, tenantId: tenant?.id ?? null, object: 'new-ticket' });
  const state = kept.initial === null ? { fetching: true } : result;
  return (
    <QueryView state={state} onRetry={() => ask({ requestPolicy: 'network-only' })} lines={5} lineHeight="6rem">
      {({ serviceItems }) =>
        serviceItems.length === 0 ? (
          <PageLayout title={text('app.newTicket')}>
            <Panel look="flush">
              <EmptyState
                title={text('new.noService')}
                action={<Button href="/contracts">{text('app.nav.contracts')}</Button>}
              >
                {text('new.noService.body')}
              </EmptyState>
            </Panel>
          </PageLayout>
        ) : (
          <NewTicket
            services={serviceItems.filter(({ archived }) => !archived)}
            kept={kept.initial ?? ''}
            onKeep={kept.save}
            onClear={kept.clear}
          />
        )
      }
    </QueryView>
  );
}

interface NewTicketProps {
  readonly services: NewTicketPageQuery['serviceItems'];
  readonly kept: string;
  readonly onKeep: (text: string) => void;
  readonly onClear: () => void;
}

/** The draft as it was left; the service from the address, or the only one there is. */
function startWith(kept: string, services: NewTicketPageQuery['serviceItems'], asked: string | null): TicketDraft {
  const draft = readDraft(kept);
  const wanted = asked ?? (draft.serviceItemId === '' && services.length === 1 ? services[0]?.id : draft.serviceItemId);
  return { ...draft, serviceItemId: services.find(({ id }) => id === wanted)?.id ?? '' };
}

function NewTicket({ services, kept, onKeep, onClear }: NewTicketProps) {
  const text = useText();
  const go = useGo();
  const toast = useToast();
  const address = useAddress();
  const [draft, setDraft] = useState(() => startWith(kept, services, address.get('service')));
  function onOpened({ id, key }: Opened): void {
    onClear();
    toast({ text: text('new.opened', { key }) });
    go(`/tickets/${id}`);
  }
  return (
    <PageLayout
      title={text('app.newTicket')}
      back={{ href: '/tickets', label: text('app.nav.tickets') }}
      aside={<PromisePanel draft={draft} />}
    >
      <NewTicketForm draft={draft} services={services} onChange={setDraft} onKeep={onKeep} onOpened={onOpened} />
    </PageLayout>
  );
}
