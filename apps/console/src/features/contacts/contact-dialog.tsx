import { ContactFields, draftOf, inputOf } from '@daylight/web-app';
import { outcomeOf, useMutation, useQuery } from '@daylight/web-data';
import { Button, Checkbox, Notice, Select, Segments, useToast } from '@daylight/web-ui';
import { useState, type ReactNode } from 'react';
import { useText } from '../../app/text.js';
import { FormDialog } from '../page/form-dialog.js';
import { OnCallStaffDocument } from '../on-call/generated/on-call.js';
import { ArchiveContactDocument, SaveContactDocument, type ContactRowFragment } from './generated/contacts.js';

interface ContactDialogProps {
  readonly client: { readonly id: string; readonly timeZone: string; readonly language: string };
  /** null: a new one. */
  readonly row: ContactRowFragment | null;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

const KINDS = ['CLIENT', 'PROVIDER', 'EVERYBODY'] as const;
type Kind = (typeof KINDS)[number];

const kindOf = (row: ContactRowFragment | null): Kind =>
  row === null || row.contact.side === 'CLIENT' ? 'CLIENT' : row.contact.tenantId === null ? 'EVERYBODY' : 'PROVIDER';

/** A contact of the client, of ours for it, or of ours for every client. Saving also confirms the details. */
export default function ContactDialog({ client, row, onSaved, onClose }: ContactDialogProps) {
  const text = useText();
  const toast = useToast();
  const [, save] = useMutation(SaveContactDocument);
  const [{ fetching }, archive] = useMutation(ArchiveContactDocument);
  const [{ data }] = useQuery({ query: OnCallStaffDocument, requestPolicy: 'cache-first' });
  const start = { place: 50, timeZone: client.timeZone, languages: [client.language] };
  const [draft, setDraft] = useState(draftOf(row?.contact ?? null, start));
  const [kind, setKind] = useState<Kind>(kindOf(row));
  const [personId, setPersonId] = useState(row?.personId ?? '');
  const [shared, setShared] = useState(row?.shared ?? true);
  const [version, setVersion] = useState(row?.contact.version ?? null);
  const [problems, setProblems] = useState<readonly { readonly path: string; readonly message: string }[]>([]);
  const ours = kind !== 'CLIENT';
  async function submit(): Promise<ReactNode> {
    const about = { contactId: row?.contact.id ?? null, expectedVersion: version };
    const side = ours ? ('PROVIDER' as const) : ('CLIENT' as const);
    const of = { tenantId: kind === 'EVERYBODY' ? null : client.id, side, shared: ours && shared };
    const who = { personId: ours && personId !== '' ? personId : null };
    const answer = await save({ input: { ...inputOf(draft), ...about, ...of, ...who } });
    if (answer.data === undefined) return text('page.unreachable');
    return outcomeOf<typeof answer.data.saveContact, ReactNode>(answer.data.saveContact, {
      ContactSaved: ({ contact }) => {
        toast({ text: text('contacts.saved', { name: contact.name }) });
        onSaved();
        return null;
      },
      ContactChangedMeanwhile: ({ current }) => {
        setVersion(current.version);
        onSaved();
        return text('schedule.stale');
      },
      InputRefused: (refused) => {
        setProblems(refused.problems);
        return <Notice tone="danger" live title={text('form.refused')} />;
      },
      NotFound: () => text('page.gone'),
    });
  }
  async function remove(contactId: string): Promise<void> {
    await archive({ input: { contactId } });
    onSaved();
    onClose();
  }
  return (
    <FormDialog
      title={text(row === null ? 'contacts.add' : 'contacts.edit')}
      submitLabel={text('form.save')}
      size="lg"
      onSubmit={submit}
      onClose={onClose}
    >
      {row === null ? (
        <Segments
          label={text('contacts.whose')}
          value={kind}
          options={KINDS.map((one) => ({ value: one, label: text(`contacts.whose.${one}`) }))}
          onChange={setKind}
        />
      ) : null}
      {ours ? (
        <>
          <Select
            label={text('contacts.account')}
            description={text('contacts.account.help')}
            value={personId === '' ? 'none' : personId}
            options={[
              { value: 'none', label: text('contacts.account.none') },
              ...(data?.staffDirectory ?? []).map(({ id, displayName }) => ({ value: id, label: displayName })),
            ]}
            onChange={(id) => setPersonId(id === 'none' ? '' : id)}
          />
          <Checkbox label={text('contacts.shared')} checked={shared} onChange={setShared} />
        </>
      ) : null}
      <ContactFields draft={draft} onChange={setDraft} problems={problems} />
      {row === null ? null : (
        <div>
          <Button size="small" look="quiet" busy={fetching} onClick={() => void remove(row.contact.id)}>
            {text('contacts.archive')}
          </Button>
        </div>
      )}
    </FormDialog>
  );
}
