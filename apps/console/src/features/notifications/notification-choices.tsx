import { MailTimingPanel, QueryView } from '@daylight/web-app';
import { useMutation, useQuery } from '@daylight/web-data';
import { Checkbox, Panel, useToast } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import classes from '../settings/settings.module.css';
import * as documents from './generated/notifications.js';
import {
  NotificationChoicesDocument,
  SetNotificationChoiceDocument,
  type SetNotificationPreferenceInput,
} from './generated/notifications.js';

const CHANNELS = ['inApp', 'mail'] as const;

/** What the reader is told about, by which way, and when mails of it come. */
export function NotificationChoices() {
  return (
    <>
      <Matrix />
      <MailTimingPanel documents={documents} />
    </>
  );
}

function Matrix() {
  const text = useText();
  const toast = useToast();
  const [state, ask] = useQuery({ query: NotificationChoicesDocument });
  const [, send] = useMutation(SetNotificationChoiceDocument);
  async function set(input: SetNotificationPreferenceInput): Promise<void> {
    const result = (await send({ input })).data?.setNotificationPreference;
    if (result?.__typename !== 'NotificationPreferenceSet')
      toast({ tone: 'error', text: result?.problems[0]?.message ?? text('page.unreachable') });
    ask({ requestPolicy: 'network-only' });
  }
  return (
    <Panel title={text('settings.notifications')}>
      <QueryView state={state} onRetry={() => ask({ requestPolicy: 'network-only' })} lines={8} lineHeight="2.25rem">
        {({ notificationPreferences }) => (
          <table className={classes['matrix']}>
            <thead>
              <tr>
                <th scope="col">{text('settings.about')}</th>
                {CHANNELS.map((channel) => (
                  <th key={channel} scope="col">
                    {text(`settings.channel.${channel}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {notificationPreferences.map(({ kind, inApp, mail }) => {
                const now = { kind, inApp, mail };
                return (
                  <tr key={kind}>
                    <th scope="row">{text(`notifications.kind.${kind}`)}</th>
                    {CHANNELS.map((channel) => (
                      <td key={channel}>
                        <Checkbox
                          label={null}
                          aria-label={`${text(`notifications.kind.${kind}`)}: ${text(`settings.channel.${channel}`)}`}
                          checked={now[channel]}
                          onChange={(on) => void set({ ...now, [channel]: on })}
                        />
                      </td>
                    ))}
                  </tr>
                );
              })}
            </tbody>
          </table>
        )}
      </QueryView>
    </Panel>
  );
}
