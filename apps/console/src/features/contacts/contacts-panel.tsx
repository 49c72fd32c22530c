import { ContactList, QueryView, useMay } from '@daylight/web-app';
import { outcomeOf, useMutation, useQuery } from '@daylight/web-data';
import { Badge, Button, EmptyState, Panel, Row, useToast } from '@daylight/web-ui';
import { IconAddressBook } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../../app/text.js';
import { ClientContactsDocument, VerifyContactDocument, type ContactRowFragment } from './generated/contacts.js';

const ContactDialog = lazy(() => import('./contact-dialog.js'));

interface ContactsPanelProps {
  readonly client: { readonly id: string; readonly timeZone: string; readonly language: string };
}

/** Whom to call about a client: its own people and ours, in calling order. */
export function ContactsPanel({ client }: ContactsPanelProps) {
  const text = useText();
  const may = useMay();
  const [asking, setAsking] = useState<ContactRowFragment | 'new' | null>(null);
  const [state, ask] = useQuery({
    query: ClientContactsDocument,
    variables: { tenantId: client.id },
    pause: !may('contact:read'),
  });
  const reload = (): void => ask({ requestPolicy: 'network-only' });
  if (!may('contact:read')) return null;
  return (
    <Panel
      title={text('contacts.title')}
      description={text('contacts.lead')}
      look="flush"
      actions={
        may('contact:edit') ? (
          <Button size="small" onClick={() => setAsking('new')}>
            {text('contacts.add')}
          </Button>
        ) : undefined
      }
    >
      <QueryView state={state} onRetry={reload} lines={3} lineHeight="4rem">
        {({ escalationContacts }) =>
          escalationContacts.length === 0 ? (
            <EmptyState compact icon={<IconAddressBook stroke={1.5} />} title={text('contacts.none')}>
              {text('contacts.none.body')}
            </EmptyState>
          ) : (
            <Rows rows={escalationContacts} onEdit={setAsking} onChanged={reload} />
          )
        }
      </QueryView>
      {asking === null ? null : (
        <Suspense>
          <ContactDialog
            client={client}
            row={asking === 'new' ? null : asking}
            onSaved={reload}
            onClose={() => setAsking(null)}
          />
        </Suspense>
      )}
    </Panel>
  );
}

interface RowsProps {
  readonly rows: readonly ContactRowFragment[];
  readonly onEdit: (row: ContactRowFragment) => void;
  readonly onChanged: () => void;
}

function Rows({ rows, onEdit, onChanged }: RowsProps) {
  const text = useText();
  const toast = useToast();
  const mayEdit = useMay()('contact:edit');
  const [{ fetching }, verify] = useMutation(VerifyContactDocument);
  const rowOf = (id: string): ContactRowFragment | undefined => rows.find(({ contact }) => contact.id === id);
  async function confirm(contactId: string): Promise<void> {
    const { data } = await verify({ input: { contactId } });
    const said =
      data === undefined
        ? text('page.unreachable')
        : outcomeOf<typeof data.verifyContact, string>(data.verifyContact, {
            ContactVerified: ({ contact }) => text('contacts.verified', { name: contact.name }),
            NotFound: () => text('page.gone'),
          });
    toast({ text: said });
    onChanged();
  }
  return (
    <ContactList
      label={text('contacts.title')}
      contacts={rows.map(({ contact }) => contact)}
      marks={({ id }) => <Marks row={rowOf(id)} />}
      {...(mayEdit
        ? {
            actions: ({ id, name }) => (
              <Row gap="xs">
                <Button
                  size="small"
                  busy={fetching}
                  aria-label={text('contacts.verify.of', { name })}
                  onClick={() => void confirm(id)}
                >
                  {text('contacts.verify')}
                </Button>
                <Button
                  size="small"
                  look="quiet"
                  aria-label={text('contacts.edit.of', { name })}
                  onClick={() => {
                    const row = rowOf(id);
                    if (row !== undefined) onEdit(row);
                  }}
                >
                  {text('ticket.change')}
                </Button>
              </Row>
            ),
          }
        : {})}
    />
  );
}

/** Whose contact it is, and whether clients see it. */
function Marks({ row }: { readonly row: ContactRowFragment | undefined }) {
  const text = useText();
  if (row === undefined) return null;
  const ours = row.contact.side === 'PROVIDER';
  return (
    <>
      <Badge look="outline">{text(ours ? 'contacts.side.PROVIDER' : 'contacts.side.CLIENT')}</Badge>
      {row.contact.tenantId === null ? <Badge look="outline">{text('contacts.everyClient')}</Badge> : null}
      {ours && !row.shared ? <Badge look="outline">{text('contacts.notShared')}</Badge> : null}
    </>
  );
}
