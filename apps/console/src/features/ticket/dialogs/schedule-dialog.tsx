import { useLocal } from '@daylight/web-app';
import { Checkbox, Select, Stack, TextField, useZone } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../../app/text.js';
import { FormDialog } from '../../page/form-dialog.js';
import { instantOf } from '../../page/local-instant.js';
import { answerNode } from '../answer-node.js';
import { ScheduleTicketDocument } from '../generated/work.js';
import type { TicketWork } from '../ticket-work.js';
import { PausedClocks } from './paused-clocks.js';

/** A later time that was agreed with the client: without consent no clock stands still. */
export function ScheduleDialog({ work, onClose }: { readonly work: TicketWork; readonly onClose: () => void }) {
  const text = useText();
  const local = useLocal();
  const zone = useZone();
  const { ticket } = work;
  const rules = ticket.waitingRules.filter(({ status }) => status === 'SCHEDULED');
  const [reason, setReason] = useState(rules[0]?.reason ?? '');
  const [until, setUntil] = useState('');
  const [consent, setConsent] = useState(false);
  const rule = rules.find((one) => one.reason === reason);
  const instant = instantOf(until, zone);
  async function submit() {
    if (instant === null) return null;
    return answerNode(
      await work.send(
        ScheduleTicketDocument,
        {
          input: {
            ticketId: ticket.id,
            reason,
            until: instant,
            clientConsent: consent,
            expectedVersion: ticket.version,
          },
        },
        (data) => data.scheduleTicket,
      ),
    );
  }
  return (
    <FormDialog
      title={text('ticket.schedule.title', { what: ticket.key })}
      submitLabel={text('ticket.schedule.submit')}
      ready={reason !== '' && instant !== null && consent}
      onSubmit={submit}
      onClose={onClose}
    >
      <Stack>
        <Select
          label={text('ticket.wait.reason')}
          value={reason}
          placeholder={text('ticket.choose')}
          options={rules.map((one) => ({ value: one.reason, label: local(one.name) }))}
          onChange={setReason}
        />
        {rule === undefined ? null : <PausedClocks clocks={rule.pauses} />}
        <TextField
          label={text('ticket.schedule.until')}
          description={zone}
          type="datetime-local"
          required
          value={until}
          onChange={setUntil}
        />
        <Checkbox
          label={text('ticket.schedule.consent')}
          description={text('ticket.schedule.consentHelp')}
          checked={consent}
          onChange={setConsent}
        />
      </Stack>
    </FormDialog>
  );
}
