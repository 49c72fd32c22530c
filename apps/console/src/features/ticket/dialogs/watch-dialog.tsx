import { useQuery } from '@daylight/web-data';
import { SearchSelect, Stack, Text } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../../app/text.js';
import { FormDialog } from '../../page/form-dialog.js';
import { StaffChoicesDocument, TenantPeopleDocument } from '../../tickets/generated/tickets.js';
import { answerNode } from '../answer-node.js';
import { WatchTicketDocument } from '../generated/work.js';
import type { TicketWork } from '../ticket-work.js';

/** Somebody else who is told what happens: colleagues here or at the client. */
export function WatchDialog({ work, onClose }: { readonly work: TicketWork; readonly onClose: () => void }) {
  const text = useText();
  const { ticket } = work;
  const [person, setPerson] = useState<string | null>(null);
  const [{ data: staff }] = useQuery({ query: StaffChoicesDocument, variables: { tenantId: ticket.tenant.id } });
  const [{ data: clients }] = useQuery({ query: TenantPeopleDocument, variables: { tenantId: ticket.tenant.id } });
  const watching = new Set(ticket.watchers.map(({ id }) => id));
  const options = [
    ...(clients?.clientUsers.edges ?? []).map(({ node }) => ({
      value: node.id,
      label: `${node.displayName} · ${ticket.tenant.name}`,
    })),
    ...(staff?.staffDirectory ?? []).map(({ id, displayName }) => ({ value: id, label: displayName })),
  ].filter(({ value }) => !watching.has(value));
  async function submit() {
    return answerNode(
      await work.send(
        WatchTicketDocument,
        { input: { ticketId: ticket.id, personId: person } },
        (data) => data.watchTicket,
      ),
    );
  }
  return (
    <FormDialog
      title={text('ticket.watch.title')}
      submitLabel={text('ticket.watch.submit')}
      ready={person !== null}
      onSubmit={submit}
      onClose={onClose}
    >
      <Stack>
        <SearchSelect label={text('ticket.watch.person')} value={person} options={options} onChange={setPerson} />
        <Text look="small">{text('ticket.watch.help')}</Text>
      </Stack>
    </FormDialog>
  );
}
