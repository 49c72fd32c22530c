import { Grid, Notice, Select, TextField } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { messageAt } from '../forms/field-problems.js';
import { NumberField } from '../forms/number-field.js';
import type { MailboxPartProps } from './mailbox-form.js';

const SECURITIES = ['TLS', 'STARTTLS'] as const;

/** Where a mailbox is fetched from. What is said of the server as a whole stands at its name. */
export function ImapFields({ draft, set, problems }: MailboxPartProps) {
  const text = useText();
  const error = (name: string): string | null => messageAt(problems, `imap.${name}`);
  const whole = messageAt(problems, 'imap');
  return (
    <>
      {whole === null ? null : (
        <Notice tone="danger" live>
          {whole}
        </Notice>
      )}
      <Grid min={10}>
        <TextField
          label={text('mailboxes.host')}
          value={draft.host}
          onChange={(host) => set({ host })}
          error={error('host')}
          required
        />
        <NumberField
          label={text('mailboxes.port')}
          value={draft.port}
          onChange={(port) => set({ port })}
          error={error('port')}
          required
        />
        <Select
          label={text('mailboxes.security')}
          value={draft.security}
          options={SECURITIES.map((value) => ({ value, label: value }))}
          onChange={(security) => set({ security })}
        />
        <TextField
          label={text('mailboxes.user')}
          autoComplete="off"
          value={draft.user}
          onChange={(user) => set({ user })}
          error={error('user')}
          required
        />
        <TextField
          type="password"
          label={text('mailboxes.password')}
          {...(draft.before === null ? {} : { description: text('mailboxes.password.kept') })}
          autoComplete="new-password"
          value={draft.password}
          onChange={(password) => set({ password })}
          error={error('password')}
          required={draft.before === null}
        />
        <TextField
          label={text('mailboxes.folder')}
          value={draft.folder}
          onChange={(folder) => set({ folder })}
          error={error('folder')}
          required
        />
      </Grid>
    </>
  );
}
