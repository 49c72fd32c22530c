import { EmptyState, Link, Stack, Table, Text, Time, useClockName, type SlaClock } from '@daylight/web-ui';
import { useText } from '../text.js';

interface VerdictSide {
  readonly verdict: 'MET' | 'MISSED' | null;
  readonly dueAt: string | null;
  /** Seconds past the promise; negative where some were left. */
  readonly overSeconds: number;
}

interface VerdictChange {
  /** Null with the subject where the reader may not see the ticket. */
  readonly ticketNumber: string | null;
  readonly ticketSubject: string | null;
  readonly clock: SlaClock['kind'];
  readonly cycle: number;
  readonly priority: string;
  /** Null where there was, or would be, no such clock. */
  readonly before: VerdictSide | null;
  readonly after: VerdictSide | null;
}

/** What the fragment `VerdictChanges` asks for. */
export interface VerdictChangeList {
  readonly total: number;
  readonly confidential: number;
  readonly changes: readonly VerdictChange[];
}

/** Verdicts that would have been others, each with its ticket. */
export function VerdictChanges({ list }: { readonly list: VerdictChangeList }) {
  const text = useText();
  const clockName = useClockName();
  const { total, confidential, changes } = list;
  if (total === 0) return <EmptyState compact title={text('verdicts.none')} />;
  return (
    <Stack gap="s">
      <Text look="small">
        {text('verdicts.total', { total })}
        {confidential > 0 ? ` · ${text('verdicts.confidential', { count: confidential })}` : ''}
      </Text>
      <Table
        caption={text('verdicts.title')}
        head={[text('verdicts.ticket'), text('verdicts.clock'), text('verdicts.before'), text('verdicts.after')]}
        rows={changes.map((change, index) => [
          <TicketName key={index} change={change} />,
          `${change.priority} ${clockName(change.clock)}${change.cycle > 1 ? ` ${change.cycle}` : ''}`,
          <Side key="b" side={change.before} />,
          <Side key="a" side={change.after} />,
        ])}
      />
      {changes.length < total ? (
        <Text look="small">{text('verdicts.more', { count: total - changes.length })}</Text>
      ) : null}
    </Stack>
  );
}

function TicketName({ change }: { readonly change: VerdictChange }) {
  const text = useText();
  const { ticketNumber, ticketSubject } = change;
  if (ticketNumber === null) return <Text look="small">{text('verdicts.hidden')}</Text>;
  return (
    <Stack gap="xs">
      <Link href={`/tickets/${ticketNumber}`}>{ticketNumber}</Link>
      <Text look="small">{ticketSubject ?? ''}</Text>
    </Stack>
  );
}

function Side({ side }: { readonly side: VerdictSide | null }) {
  const text = useText();
  if (side === null) return <Text look="small">{text('verdicts.noClock')}</Text>;
  if (side.verdict === null) return <Text look="small">{text('verdicts.open')}</Text>;
  const minutes = Math.round(Math.abs(side.overSeconds) / 60);
  return (
    <Stack gap="xs">
      <span>{text(`verdict.${side.verdict}`)}</span>
      <Text look="small">
        {text(side.overSeconds > 0 ? 'verdicts.over' : 'verdicts.left', {
          hours: Math.floor(minutes / 60),
          minutes: minutes % 60,
        })}
        {side.dueAt === null ? null : (
          <>
            {' · '}
            {text('verdicts.due')} <Time at={side.dueAt} />
          </>
        )}
      </Text>
    </Stack>
  );
}
