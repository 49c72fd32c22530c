import { Problems } from '@daylight/web-app';
import { useMutation, useSession } from '@daylight/web-data';
import { Button, Dialog, Segments, Select, Stack, TextField, useLanguage, useToast } from '@daylight/web-ui';
import { useState, type FormEvent } from 'react';
import { useText } from '../../app/text.js';
import { InviteColleagueDocument, type ClientRole, type Language } from './generated/settings.js';
import { problemsOf } from './outcome.js';
import { ROLES } from './roles.js';

interface InviteDialogProps {
  readonly onClose: () => void;
  readonly onInvited: () => void;
}

/** Invites somebody of the same company. */
export default function InviteDialog({ onClose, onInvited }: InviteDialogProps) {
  const text = useText();
  const toast = useToast();
  const reader = useLanguage();
  const { viewer } = useSession();
  const [email, setEmail] = useState('');
  const [displayName, setName] = useState('');
  const [role, setRole] = useState<ClientRole>('REQUESTER');
  const [language, setLanguage] = useState<Language>(reader);
  const [messages, setMessages] = useState<readonly string[]>([]);
  const [{ fetching }, invite] = useMutation(InviteColleagueDocument);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const { data } = await invite({
      input: {
        email: email.trim(),
        displayName: displayName.trim(),
        roles: [role],
        language,
        timeZone: viewer.timeZone,
      },
    });
    const problems = problemsOf(data?.inviteColleague, { failed: text('page.failed'), gone: text('page.gone') });
    setMessages(problems);
    if (problems.length > 0) return;
    toast({ text: text('people.invited', { email: email.trim() }) });
    onInvited();
    onClose();
  }
  return (
    <Dialog opened title={text('people.invite')} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          <Problems title={text('act.refused')} messages={messages} />
          <TextField
            label={text('person.email')}
            type="email"
            inputMode="email"
            autoComplete="off"
            required
            value={email}
            onChange={setEmail}
          />
          <TextField label={text('person.name')} autoComplete="off" required value={displayName} onChange={setName} />
          <Select
            label={text('people.role')}
            description={text(`role.${role}.may`)}
            value={role}
            options={ROLES.map((one) => ({ value: one, label: text(`role.${one}`) }))}
            onChange={setRole}
          />
          <Segments
            label={text('profile.language')}
            value={language}
            options={[
              { value: 'ko', label: text('language.ko') },
              { value: 'en', label: text('language.en') },
            ]}
            onChange={setLanguage}
          />
          <Button type="submit" look="primary" full busy={fetching}>
            {text('people.invite.send')}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
