import { ContactFields, draftOf, inputOf, Problems } from '@daylight/web-app';
import { outcomeOf, useMutation } from '@daylight/web-data';
import { Button, Dialog, Notice, Stack, useLanguage, useToast, useZone } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { ArchiveContactDocument, SaveOwnContactDocument, type EscalationPageQuery } from './generated/contacts.js';

export type OwnContact = EscalationPageQuery['escalationLadder']['own'][number];

interface ContactDialogProps {
  /** null: a new one. */
  readonly contact: OwnContact | null;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** One of the company's own contacts. Saving also confirms the details. */
export default function ContactDialog({ contact, onSaved, onClose }: ContactDialogProps) {
  const text = useText();
  const toast = useToast();
  const zone = useZone();
  const language = useLanguage();
  const [{ fetching: saving }, save] = useMutation(SaveOwnContactDocument);
  const [{ fetching: removing }, archive] = useMutation(ArchiveContactDocument);
  const [draft, setDraft] = useState(draftOf(contact, { place: 50, timeZone: zone, languages: [language] }));
  const [version, setVersion] = useState(contact?.version ?? null);
  const [problems, setProblems] = useState<readonly { readonly path: string; readonly message: string }[]>([]);
  const [trouble, setTrouble] = useState<string | null>(null);
  function ended(message: string): void {
    toast({ text: message });
    onSaved();
    onClose();
  }
  async function submit(): Promise<void> {
    const about = { contactId: contact?.id ?? null, expectedVersion: version };
    const { data } = await save({ input: { ...inputOf(draft), ...about } });
    if (data === undefined) return setTrouble(text('page.failed'));
    outcomeOf(data.saveOwnContact, {
      ContactSaved: ({ contact: saved }) => ended(text('escalation.saved', { name: saved.name })),
      ContactChangedMeanwhile: ({ current }) => {
        setVersion(current.version);
        setTrouble(text('escalation.stale'));
      },
      InputRefused: (refused) => {
        setProblems(refused.problems);
        setTrouble(text('escalation.refused'));
      },
      NotFound: () => setTrouble(text('page.gone')),
    });
  }
  async function remove(contactId: string): Promise<void> {
    const { data } = await archive({ input: { contactId } });
    if (data === undefined) return setTrouble(text('page.failed'));
    onSaved();
    onClose();
  }
  const shown = ['name', 'role', 'zone', 'order', 'languages', 'channels'];
  const rest = problems.filter(({ path }) => !shown.some((part) => path.startsWith(part)));
  return (
    <Dialog
      opened
      size="lg"
      title={text(contact === null ? 'escalation.add' : 'escalation.edit.title')}
      onClose={onClose}
      actions={
        <>
          {contact === null ? null : (
            <Button look="quiet" busy={removing} onClick={() => void remove(contact.id)}>
              {text('escalation.remove')}
            </Button>
          )}
          <Button onClick={onClose}>{text('escalation.cancel')}</Button>
          <Button look="primary" busy={saving} onClick={() => void submit()}>
            {text('escalation.save')}
          </Button>
        </>
      }
    >
      <Stack>
        {trouble === null ? null : <Notice tone="danger" live title={trouble} />}
        <Problems messages={rest.map(({ message }) => message)} />
        <ContactFields draft={draft} onChange={setDraft} problems={problems} />
      </Stack>
    </Dialog>
  );
}
