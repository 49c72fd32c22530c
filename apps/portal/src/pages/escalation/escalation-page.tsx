import { AppLink, ContactList, Permitted, QueryView, RunView, useMay } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { Button, EmptyState, Notice, PageLayout, Panel, Row, Stack } from '@daylight/web-ui';
import { IconAddressBook } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useText } from '../../app/text.js';
import { Acknowledge } from '../../features/escalation/acknowledge.js';
import type { OwnContact } from '../../features/escalation/contact-dialog.js';
import { EscalationPageDocument, type EscalationPageQuery } from '../../features/escalation/generated/contacts.js';
import { useVerify } from '../../features/escalation/use-own-side.js';

const ContactDialog = lazy(() => import('../../features/escalation/contact-dialog.js'));
/** While somebody is being called, news is asked for this often. */
const EVERY_MS = 10_000;

/** Whom to call on both sides, and how far calls that go on have come. */
export function EscalationPage() {
  const text = useText();
  return (
    <Permitted permission="contact:read" title={text('app.nav.escalation')}>
      <Ladders />
    </Permitted>
  );
}

function Ladders() {
  const text = useText();
  const mayEdit = useMay()('contact:edit');
  const [asking, setAsking] = useState<OwnContact | 'new' | null>(null);
  const [state, ask] = useQuery({ query: EscalationPageDocument });
  const reload = (): void => ask({ requestPolicy: 'network-only' });
  const latest = useRef(reload);
  latest.current = reload;
  const live = (state.data?.runningEscalations.length ?? 0) > 0;
  useEffect(() => {
    if (!live) return;
    const timer = setInterval(() => latest.current(), EVERY_MS);
    return () => clearInterval(timer);
  }, [live]);
  return (
    <PageLayout
      title={text('app.nav.escalation')}
      description={text('escalation.lead')}
      actions={
        mayEdit ? (
          <Button look="primary" onClick={() => setAsking('new')}>
            {text('escalation.add')}
          </Button>
        ) : undefined
      }
    >
      <QueryView state={state} onRetry={reload} lines={3} lineHeight="8rem">
        {(data) => (
          <Stack>
            <Running runs={data.runningEscalations} onAnswered={reload} />
            <Provider data={data} />
            <Own data={data} onEdit={setAsking} onChanged={reload} />
          </Stack>
        )}
      </QueryView>
      {asking === null ? null : (
        <Suspense>
          <ContactDialog contact={asking === 'new' ? null : asking} onSaved={reload} onClose={() => setAsking(null)} />
        </Suspense>
      )}
    </PageLayout>
  );
}

interface RunningProps {
  readonly runs: EscalationPageQuery['runningEscalations'];
  readonly onAnswered: () => void;
}

function Running({ runs, onAnswered }: RunningProps) {
  const text = useText();
  if (runs.length === 0) return null;
  return (
    <Panel title={text('escalation.running')}>
      <Stack>
        {runs.map((run) => (
          <Stack key={run.id} gap="s">
            <Row justify="between">
              <AppLink href={`/tickets/${run.ticketNumber}#escalation`}>
                {run.ticketNumber} {run.ticketSubject}
              </AppLink>
              <Acknowledge escalationId={run.id} onDone={onAnswered} />
            </Row>
            <RunView run={run} />
          </Stack>
        ))}
      </Stack>
    </Panel>
  );
}

/** The ladder's live position: whoever a run that goes on has called. */
const calledIn = ({ runningEscalations }: EscalationPageQuery): ReadonlySet<string> =>
  new Set(runningEscalations.flatMap(({ calls }) => calls.flatMap(({ contactId }) => contactId ?? [])));

function Provider({ data }: { readonly data: EscalationPageQuery }) {
  const text = useText();
  const { provider } = data.escalationLadder;
  return (
    <Panel title={text('escalation.provider')} look="flush">
      {provider.length === 0 ? (
        <EmptyState compact icon={<IconAddressBook stroke={1.5} />} title={text('escalation.provider.none')}>
          {text('escalation.provider.none.body')}
        </EmptyState>
      ) : (
        <ContactList label={text('escalation.provider')} contacts={provider} called={calledIn(data)} />
      )}
    </Panel>
  );
}

interface OwnProps {
  readonly data: EscalationPageQuery;
  readonly onEdit: (contact: OwnContact) => void;
  readonly onChanged: () => void;
}

function Own({ data, onEdit, onChanged }: OwnProps) {
  const text = useText();
  const mayEdit = useMay()('contact:edit');
  const { busy, verify } = useVerify(onChanged);
  const { own } = data.escalationLadder;
  const due = own.filter(({ verificationDue }) => verificationDue).length;
  const actions = (contact: OwnContact) => (
    <>
      <Button
        size="small"
        busy={busy}
        look={contact.verificationDue ? 'primary' : 'secondary'}
        aria-label={text('escalation.verify.of', { name: contact.name })}
        onClick={() => void verify(contact.id)}
      >
        {text('escalation.verify')}
      </Button>
      <Button
        size="small"
        look="quiet"
        aria-label={text('escalation.edit.of', { name: contact.name })}
        onClick={() => onEdit(contact)}
      >
        {text('escalation.edit')}
      </Button>
    </>
  );
  return (
    <Stack>
      {due > 0 && mayEdit ? (
        <Notice tone="warn" title={text('escalation.due', { count: due })}>
          {text('escalation.due.body')}
        </Notice>
      ) : null}
      <Panel title={text('escalation.own')} description={text('escalation.own.lead')} look="flush">
        {own.length === 0 ? (
          <EmptyState compact icon={<IconAddressBook stroke={1.5} />} title={text('escalation.own.none')}>
            {text('escalation.own.none.body')}
          </EmptyState>
        ) : (
          <ContactList
            label={text('escalation.own')}
            contacts={own}
            called={calledIn(data)}
            {...(mayEdit ? { actions } : {})}
          />
        )}
      </Panel>
    </Stack>
  );
}
