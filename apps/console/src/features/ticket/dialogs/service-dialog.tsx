import { useLocal } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { Notice, Select, Stack } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../../app/text.js';
import { FormDialog } from '../../page/form-dialog.js';
import { TenantServicesDocument } from '../../tickets/generated/tickets.js';
import { answerNode } from '../answer-node.js';
import { ChangeTicketServiceDocument } from '../generated/work.js';
import type { TicketWork } from '../ticket-work.js';

/** Another service may stand under other terms: the promises are judged anew by those (D-CON-3). */
export function ServiceDialog({ work, onClose }: { readonly work: TicketWork; readonly onClose: () => void }) {
  const text = useText();
  const local = useLocal();
  const { ticket } = work;
  const [{ data }] = useQuery({ query: TenantServicesDocument, variables: { tenantId: ticket.tenant.id } });
  const [service, setService] = useState(ticket.service.id);
  const known = data?.tenantServiceItems ?? [];
  const options = known.some(({ id }) => id === ticket.service.id)
    ? known
    : [{ id: ticket.service.id, name: ticket.service.name }, ...known];
  async function submit() {
    return answerNode(
      await work.send(
        ChangeTicketServiceDocument,
        { input: { ticketId: ticket.id, serviceItemId: service, expectedVersion: ticket.version } },
        (answer) => answer.changeTicketService,
      ),
    );
  }
  return (
    <FormDialog
      title={text('ticket.service.title', { what: ticket.key })}
      submitLabel={text('ticket.service.submit')}
      ready={service !== ticket.service.id}
      onSubmit={submit}
      onClose={onClose}
    >
      <Stack>
        <Select
          label={text('ticket.service')}
          value={service}
          options={options.map(({ id, name }) => ({ value: id, label: local(name) }))}
          onChange={setService}
        />
        <Notice>{text('ticket.service.help')}</Notice>
      </Stack>
    </FormDialog>
  );
}
