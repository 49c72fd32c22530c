import { formatDuration } from '@daylight/web-format';
import { Badge, Stack, Text, Time, useLanguage, useNow, type Tone } from '@daylight/web-ui';
import { IconAlertTriangle, IconBellRinging, IconCircleCheck, IconPlayerStop } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useLocal } from '../page/use-local.js';
import { useText } from '../text.js';
import classes from './escalation.module.css';
import { isOpen, type ShownCall, type ShownRun } from './shown.js';

const LOOKS = {
  RUNNING: { tone: 'warn', icon: <IconBellRinging aria-hidden /> },
  EXHAUSTED: { tone: 'danger', icon: <IconAlertTriangle aria-hidden /> },
  ACKNOWLEDGED: { tone: 'ok', icon: <IconCircleCheck aria-hidden /> },
  STOPPED: { tone: 'neutral', icon: <IconPlayerStop aria-hidden /> },
} as const satisfies Record<ShownRun['state'], { readonly tone: Tone; readonly icon: ReactNode }>;

/** How a run stands, by icon and word. */
export function RunBadge({ state }: Pick<ShownRun, 'state'>) {
  const text = useText();
  const { tone, icon } = LOOKS[state];
  return (
    <Badge tone={tone} icon={icon}>
      {text(`run.state.${state}`)}
    </Badge>
  );
}

/** One run up the ladder: who was called when and with which result, and what happens next. */
export function RunView({ run }: { readonly run: ShownRun }) {
  const text = useText();
  const local = useLocal();
  const rounds = new Set(run.calls.map(({ round }) => round)).size;
  return (
    <Stack gap="s">
      <span>
        <span role="status">
          <RunBadge state={run.state} />
        </span>{' '}
        <Text look="small">
          {text(run.byHand ? 'run.byHand' : 'run.byPriority')} · <Time at={run.startedAt} style="dayTime" /> ·{' '}
          {local(run.policyName)}
        </Text>
      </span>
      <ol className={classes['calls']} aria-label={text('run.calls')}>
        {run.calls.map((call) => (
          <Call key={call.id} call={call} withRound={rounds > 1} />
        ))}
        <Ending run={run} />
      </ol>
    </Stack>
  );
}

function Call({ call, withRound }: { readonly call: ShownCall; readonly withRound: boolean }) {
  const text = useText();
  return (
    <li className={classes['call']}>
      <span className={classes['when']}>
        <Time at={call.madeAt} style="dayTime" />
      </span>
      <span className={classes['who']}>
        <strong>{call.contactName ?? text('run.somebody')}</strong>{' '}
        {call.round === 0 ? <Badge look="outline">{text('run.fallback')}</Badge> : null}{' '}
        {withRound && call.round > 0 ? <Text look="small">{text('run.round', { round: call.round })}</Text> : null}{' '}
        {call.late ? <Badge tone="warn">{text('run.late')}</Badge> : null}
        {call.deliveries.map(({ channel, outcome, error }, index) => (
          <span key={index} className={classes['delivery']} data-failed={outcome === 'FAILED'}>
            {text(`channel.${channel}`)}: {text(`run.outcome.${outcome}`)}
            {error === null ? null : ` (${error === 'NO_GATEWAY' ? text('run.noGateway') : error})`}
          </span>
        ))}
      </span>
    </li>
  );
}

/** The last line: who answered, that nobody did, or when the next are called. */
function Ending({ run }: { readonly run: ShownRun }) {
  const text = useText();
  const language = useLanguage();
  const now = useNow('minute');
  const { state, endedAt, exhaustedAt, nextAt } = run;
  const at = isOpen(run) ? (exhaustedAt ?? nextAt) : endedAt;
  const left = nextAt === null ? 0 : Date.parse(nextAt) - now;
  const via = run.acknowledgedVia;
  const words =
    state === 'ACKNOWLEDGED'
      ? text(via === 'LINK' || via === 'REPLY' ? `run.answered.${via}` : 'run.answered', {
          name: run.acknowledgedBy ?? text('run.somebody'),
        })
      : state === 'STOPPED'
        ? text('run.stopped')
        : state === 'EXHAUSTED'
          ? text('run.exhausted')
          : left > 0
            ? text('run.nextIn', { time: formatDuration(left, language) })
            : text('run.nextNow');
  return (
    <li className={classes['call']} data-ending={state}>
      <span className={classes['when']}>{at === null ? null : <Time at={at} style="dayTime" />}</span>
      <span className={classes['who']}>{words}</span>
    </li>
  );
}
