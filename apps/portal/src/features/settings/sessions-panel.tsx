import { QueryView, useRestart } from '@daylight/web-app';
import { outcomeOf, useMutation, useQuery } from '@daylight/web-data';
import { Badge, Button, Panel, Row, Table, Text, Time, useToast } from '@daylight/web-ui';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../../app/text.js';
import { browserOf } from './browser-name.js';
import {
  EndSessionDocument,
  SessionsPanelDocument,
  SignOutEverywhereDocument,
  type EndSessionMutation,
} from './generated/settings.js';

const SettingsConfirm = lazy(() => import('./settings-confirm.js'));

const ended = (result: EndSessionMutation['endSession']): boolean =>
  outcomeOf<typeof result, boolean>(result, { SessionEnded: () => true, NotFound: () => true });

/** Browsers that are signed in; each can be ended. */
export function SessionsPanel() {
  const text = useText();
  const toast = useToast();
  const restart = useRestart();
  const [asking, setAsking] = useState(false);
  const [result, ask] = useQuery({ query: SessionsPanelDocument, requestPolicy: 'cache-and-network' });
  const [{ fetching }, end] = useMutation(EndSessionDocument);
  const [, leaveEverywhere] = useMutation(SignOutEverywhereDocument);
  const refresh = (): void => ask({ requestPolicy: 'network-only' });
  async function endOne(sessionId: string): Promise<void> {
    const { data } = await end({ input: { sessionId } });
    if (data !== undefined && ended(data.endSession)) refresh();
    else toast({ tone: 'error', text: text('page.failed') });
  }
  async function endAll(): Promise<void> {
    const { data } = await leaveEverywhere({});
    if (data === undefined) toast({ tone: 'error', text: text('page.failed') });
    else restart();
  }
  return (
    <Panel
      title={text('sessions.title')}
      look="flush"
      actions={
        <Button size="small" onClick={() => setAsking(true)}>
          {text('sessions.everywhere')}
        </Button>
      }
    >
      <QueryView state={result} onRetry={refresh} lines={3}>
        {({ sessions }) => (
          <Table
            caption={text('sessions.title')}
            head={[
              text('sessions.browser'),
              text('sessions.seen'),
              text('sessions.address'),
              <span key="x" className="dl-hidden">
                {text('sessions.end')}
              </span>,
            ]}
            rows={sessions.map(({ id, current, lastSeenAt, userAgent, address }) => [
              <Row key="b">
                <span>{browserOf(userAgent) ?? text('sessions.unknown')}</span>
                {current ? <Badge tone="ok">{text('sessions.current')}</Badge> : null}
              </Row>,
              <Time key="s" at={lastSeenAt} style="dayTime" />,
              <Text key="a" look="number">
                {address ?? '–'}
              </Text>,
              current ? null : (
                <Button key="e" size="small" busy={fetching} onClick={() => void endOne(id)}>
                  {text('sessions.end')}
                </Button>
              ),
            ])}
          />
        )}
      </QueryView>
      {asking ? (
        <Suspense>
          <SettingsConfirm
            title={text('sessions.everywhere.title')}
            body={text('sessions.everywhere.body')}
            label={text('sessions.everywhere')}
            onConfirm={endAll}
            onClose={() => setAsking(false)}
          />
        </Suspense>
      ) : null}
    </Panel>
  );
}
