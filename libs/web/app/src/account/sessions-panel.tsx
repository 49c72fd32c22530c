import { useMutation, useQuery } from '@daylight/web-data';
import { Badge, Button, Panel, Row, Table, Text, Time, useToast } from '@daylight/web-ui';
import { useState } from 'react';
import { useRestart } from '../frame/restart.js';
import { AskFirst } from '../page/ask-first.js';
import { QueryView } from '../page/query-view.js';
import { useText } from '../text.js';
import { browserOf } from './browser-name.js';
import type { SessionDocuments } from './operations.js';

/** Browsers that are signed in; each can be ended. */
export function SessionsPanel({ documents }: { readonly documents: SessionDocuments }) {
  const text = useText();
  const toast = useToast();
  const restart = useRestart();
  const [asking, setAsking] = useState(false);
  const [result, ask] = useQuery({ query: documents.SessionsDocument, variables: {} });
  const [{ fetching }, end] = useMutation(documents.EndSessionDocument);
  const [, leaveEverywhere] = useMutation(documents.SignOutEverywhereDocument);
  const refresh = (): void => ask({ requestPolicy: 'network-only' });
  async function endOne(sessionId: string): Promise<void> {
    // One that isn't found has ended by itself.
    const { data } = await end({ input: { sessionId } });
    if (data !== undefined) refresh();
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
        <AskFirst
          title={text('sessions.everywhere.title')}
          body={text('sessions.everywhere.body')}
          label={text('sessions.everywhere')}
          onConfirm={endAll}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </Panel>
  );
}
