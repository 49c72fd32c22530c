import { Permitted, QueryView } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import {
  Badge,
  Button,
  DataTable,
  EmptyState,
  PageLayout,
  Panel,
  Row,
  Stack,
  Text,
  Time,
  type Column,
} from '@daylight/web-ui';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useText } from '../../app/text.js';
import { MailboxesPageDocument, type MailboxShownFragment } from '../../features/mailboxes/generated/mailboxes.js';
import { useTest, type MailboxTest } from '../../features/mailboxes/use-test.js';

const MailboxForm = lazy(() => import('../../features/mailboxes/mailbox-form.js'));

/** Addresses that take mail in, and whether they do. */
export function MailboxesPage() {
  const text = useText();
  return (
    <Permitted permission="settings:manage" title={text('app.nav.mailboxes')}>
      <Mailboxes />
    </Permitted>
  );
}

function Mailboxes() {
  const text = useText();
  const [editing, setEditing] = useState<MailboxShownFragment | 'new' | null>(null);
  const [state, ask] = useQuery({ query: MailboxesPageDocument, variables: {} });
  const again = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  const test = useTest(state.data?.mailboxes ?? [], again);
  const columns = useColumns(setEditing, test);
  const create = (
    <Button look="primary" onClick={() => setEditing('new')}>
      {text('mailboxes.new')}
    </Button>
  );
  return (
    <PageLayout title={text('app.nav.mailboxes')} description={text('mailboxes.lead')} width="wide" actions={create}>
      <Panel look="flush">
        <QueryView state={state} onRetry={again}>
          {({ mailboxes }) => (
            <DataTable
              caption={text('app.nav.mailboxes')}
              columns={columns}
              rows={mailboxes}
              rowKey={({ id }) => id}
              empty={
                <EmptyState title={text('mailboxes.empty')} action={create}>
                  {text('mailboxes.emptyBody')}
                </EmptyState>
              }
            />
          )}
        </QueryView>
      </Panel>
      <Suspense>
        {editing === null ? null : (
          <MailboxForm
            mailbox={editing === 'new' ? null : editing}
            onClose={() => setEditing(null)}
            onSaved={() => {
              setEditing(null);
              again();
            }}
          />
        )}
      </Suspense>
    </PageLayout>
  );
}

function useColumns(
  edit: (mailbox: MailboxShownFragment) => void,
  test: MailboxTest,
): readonly Column<MailboxShownFragment>[] {
  const text = useText();
  return [
    {
      id: 'address',
      header: text('mailboxes.address'),
      primary: true,
      cell: (mailbox) => (
        <Stack gap="xs">
          <Row gap="s">
            <span>{mailbox.address}</span>
            {mailbox.enabled ? null : <Badge>{text('mailboxes.off')}</Badge>}
            {mailbox.lastError === null ? null : <Badge tone="danger">{text('mailboxes.failing')}</Badge>}
          </Row>
          {mailbox.lastError === null ? null : <Text look="small">{mailbox.lastError}</Text>}
        </Stack>
      ),
    },
    {
      id: 'client',
      header: text('contract.client'),
      width: '12rem',
      cell: ({ tenantName }) => tenantName ?? text('mailboxes.everyone'),
    },
    {
      id: 'intake',
      header: text('mailboxes.intake'),
      width: '15rem',
      cell: ({ intake, imap }) => (imap === null ? text(`mailboxes.intake.${intake}`) : `IMAP · ${imap.host}`),
    },
    {
      id: 'received',
      header: text('mailboxes.lastReceived'),
      width: '11rem',
      oneLine: true,
      cell: ({ lastReceivedAt: at }) => (at === null ? text('mailboxes.never') : <Time at={at} style="dayTime" />),
    },
    {
      id: 'polled',
      header: text('mailboxes.lastPolled'),
      width: '11rem',
      oneLine: true,
      cell: ({ intake, lastPolledAt: at }) =>
        intake === 'SMTP' ? '–' : at === null ? text('mailboxes.never') : <Time at={at} style="dayTime" />,
    },
    {
      id: 'acts',
      header: text('mailboxes.acts'),
      width: '12rem',
      cell: (mailbox) => (
        <Row gap="s">
          <Button
            size="small"
            aria-label={text('mailboxes.testOf', { address: mailbox.address })}
            busy={test.testing === mailbox.id}
            disabled={!mailbox.enabled}
            onClick={() => void test.run(mailbox)}
          >
            {text('mailboxes.test')}
          </Button>
          <Button
            size="small"
            aria-label={text('mailboxes.editOf', { address: mailbox.address })}
            onClick={() => edit(mailbox)}
          >
            {text('mailboxes.change')}
          </Button>
        </Row>
      ),
    },
  ];
}
