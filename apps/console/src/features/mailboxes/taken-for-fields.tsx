import { useLocal } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { Grid, Select } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { messageAt } from '../forms/field-problems.js';
import { MailboxServicesDocument } from './generated/mailboxes.js';
import type { MailboxPartProps } from './mailbox-form.js';

const TYPES = ['INCIDENT', 'SERVICE_REQUEST', 'CHANGE', 'PROBLEM', 'SECURITY_INCIDENT'] as const;
const GRADES = [
  ['1', 'grade.high'],
  ['2', 'grade.middle'],
  ['3', 'grade.low'],
] as const;

/** What a mail that opens a ticket is taken for, until somebody has looked at it. */
export function TakenForFields({ draft, set, problems }: MailboxPartProps) {
  const text = useText();
  const local = useLocal();
  const [{ data }] = useQuery({ query: MailboxServicesDocument, variables: {} });
  const services = data?.serviceItems.edges.map(({ node }) => ({ value: node.id, label: local(node.name) })) ?? [];
  const grades = GRADES.map(([value, id]) => ({ value, label: text(id) }));
  return (
    <>
      <Select
        label={text('mailboxes.service')}
        description={text('mailboxes.service.help')}
        value={draft.serviceItemId ?? ''}
        placeholder={text('mailboxes.service.pick')}
        options={services}
        onChange={(serviceItemId) => set({ serviceItemId })}
        required
      />
      <Grid min={10}>
        <Select
          label={text('ticket.type')}
          value={draft.type}
          options={TYPES.map((value) => ({ value, label: text(`ticket.type.${value}`) }))}
          onChange={(type) => set({ type })}
        />
        <Select
          label={text('mailboxes.impact')}
          value={String(draft.impact)}
          options={grades}
          onChange={(impact) => set({ impact: Number(impact) })}
          error={messageAt(problems, 'impact')}
        />
        <Select
          label={text('mailboxes.urgency')}
          value={String(draft.urgency)}
          options={grades}
          onChange={(urgency) => set({ urgency: Number(urgency) })}
          error={messageAt(problems, 'urgency')}
        />
      </Grid>
    </>
  );
}
