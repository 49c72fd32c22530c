import { useRestart } from '@daylight/web-app';
import { useMutation } from '@daylight/web-data';
import { Badge, Button, Panel, Stack, Text, Time, useToast } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { browserOf } from './browser-of.js';
import { EndSessionDocument, SignOutEverywhereDocument, type SettingsPageQuery } from './generated/settings.js';
import classes from './settings.module.css';

interface SessionsPanelProps {
  readonly sessions: SettingsPageQuery['sessions'];
  readonly onEnded: () => void;
}

/** Where the reader is signed in, and the way to end it there. */
export function SessionsPanel({ sessions, onEnded }: SessionsPanelProps) {
  const text = useText();
  const toast = useToast();
  const restart = useRestart();
  const [ending, setEnding] = useState<string | null>(null);
  const [, endSession] = useMutation(EndSessionDocument);
  const [{ fetching }, signOutEverywhere] = useMutation(SignOutEverywhereDocument);
  async function end(sessionId: string): Promise<void> {
    setEnding(sessionId);
    const { error } = await endSession({ input: { sessionId } });
    setEnding(null);
    if (error !== undefined) return toast({ tone: 'error', text: text('page.unreachable') });
    onEnded();
  }
  async function leave(): Promise<void> {
    const { error } = await signOutEverywhere({});
    if (error === undefined) restart();
    else toast({ tone: 'error', text: text('page.unreachable') });
  }
  return (
    <Panel
      title={text('settings.sessions')}
      description={text('settings.sessionsHelp')}
      actions={
        <Button size="small" busy={fetching} onClick={() => void leave()}>
          {text('settings.endAll')}
        </Button>
      }
    >
      <ul className={classes['list']}>
        {sessions.map((session) => (
          <li key={session.id} className={classes['session']}>
            <Stack gap="xs">
              <span>
                {browserOf(session.userAgent) ?? text('settings.unknownBrowser')}{' '}
                {session.current ? <Badge tone="ok">{text('settings.thisOne')}</Badge> : null}
              </span>
              <Text look="small">
                {session.address ?? ''} · {text('settings.lastSeen')} <Time at={session.lastSeenAt} style="dayTime" />
              </Text>
            </Stack>
            {session.current ? null : (
              <Button size="small" look="quiet" busy={ending === session.id} onClick={() => void end(session.id)}>
                {text('settings.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
