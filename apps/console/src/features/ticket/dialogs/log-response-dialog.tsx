import { useQuery } from '@daylight/web-data';
import { SearchSelect, Segments, Stack, Text } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../../app/text.js';
import { FormDialog } from '../../page/form-dialog.js';
import { StaffChoicesDocument, TenantPeopleDocument } from '../../tickets/generated/tickets.js';
import { answerNode } from '../answer-node.js';
import { LogResponseDocument } from '../generated/work.js';
import type { TicketWork } from '../ticket-work.js';

const ACTS = ['LOGGED_CALL', 'OWNER_ACCEPTANCE', 'ON_SITE'] as const;

/** A response that left no message: a call, somebody on site. It counts where the terms say so (D-SLA-3). */
export function LogResponseDialog({ work, onClose }: { readonly work: TicketWork; readonly onClose: () => void }) {
  const text = useText();
  const { ticket } = work;
  const [act, setAct] = useState<(typeof ACTS)[number]>('LOGGED_CALL');
  const [person, setPerson] = useState<string | null>(ticket.requester?.id ?? null);
  const [{ data: clients }] = useQuery({ query: TenantPeopleDocument, variables: { tenantId: ticket.tenant.id } });
  const [{ data: staff }] = useQuery({ query: StaffChoicesDocument, variables: { tenantId: ticket.tenant.id } });
  const people =
    act === 'LOGGED_CALL' ? (clients?.clientUsers.edges ?? []).map(({ node }) => node) : (staff?.staffDirectory ?? []);
  async function submit() {
    return answerNode(
      await work.send(
        LogResponseDocument,
        { input: { ticketId: ticket.id, act, personId: person, expectedVersion: ticket.version } },
        (data) => data.logResponse,
      ),
    );
  }
  return (
    <FormDialog
      title={text('ticket.log.title', { what: ticket.key })}
      submitLabel={text('ticket.log.submit')}
      onSubmit={submit}
      onClose={onClose}
    >
      <Stack>
        <Segments
          label={text('ticket.log.act')}
          value={act}
          options={ACTS.map((value) => ({ value, label: text(`ticket.act.${value}`) }))}
          onChange={(chosen) => {
            setAct(chosen);
            setPerson(null);
          }}
        />
        <SearchSelect
          label={text(`ticket.log.person.${act}`)}
          value={person}
          clearable
          options={people.map(({ id, displayName }) => ({ value: id, label: displayName }))}
          onChange={setPerson}
        />
        <Text look="small">{text('ticket.log.help')}</Text>
      </Stack>
    </FormDialog>
  );
}
