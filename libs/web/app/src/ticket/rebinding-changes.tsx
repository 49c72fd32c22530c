import { EmptyState, Stack, Table, Text, Time, useClockName, type SlaClock } from '@daylight/web-ui';
import { useText } from '../text.js';

interface Judged {
  readonly state: string;
  readonly dueAt: string | null;
  /** Null: not judged yet. */
  readonly verdict: 'MET' | 'MISSED' | null;
  readonly verdictAt: string | null;
}

export interface RebindingPreview {
  readonly contractVersionId: string;
  readonly ordinal: number;
  readonly asOf: string;
  readonly changesDigest: string;
  readonly changes: readonly {
    readonly clock: SlaClock['kind'];
    readonly cycle: number;
    /** Null where nothing is promised. */
    readonly before: Judged | null;
    readonly after: Judged | null;
  }[];
}

/** Clocks that would come out otherwise: now and then, side by side, with the digest that is signed. */
export function RebindingChanges({ preview }: { readonly preview: RebindingPreview }) {
  const text = useText();
  const clockName = useClockName();
  const { changes, ordinal, changesDigest, asOf } = preview;
  return (
    <Stack gap="s">
      {changes.length === 0 ? (
        <EmptyState compact title={text('rebinding.same')} />
      ) : (
        <Table
          caption={text('verdicts.title')}
          head={[text('verdicts.clock'), text('rebinding.now'), text('rebinding.then', { ordinal })]}
          rows={changes.map(({ clock, cycle, before, after }) => [
            `${clockName(clock)}${cycle > 1 ? ` ${cycle}` : ''}`,
            <Side key="b" side={before} />,
            <Side key="a" side={after} />,
          ])}
        />
      )}
      <p>
        <Text look="small">{text('verdicts.asOf')}</Text> <Time at={asOf} withZone />
      </p>
      <p>
        <Text look="small">{text('verdicts.digest')}</Text> <Text look="code">{changesDigest}</Text>
      </p>
    </Stack>
  );
}

function Side({ side }: { readonly side: Judged | null }) {
  const text = useText();
  if (side === null) return <Text look="small">{text('verdicts.noClock')}</Text>;
  return (
    <Stack gap="xs">
      <span>{side.verdict === null ? text('verdicts.open') : text(`verdict.${side.verdict}`)}</span>
      {side.dueAt === null ? null : (
        <Text look="small">
          {text('verdicts.due')} <Time at={side.dueAt} />
        </Text>
      )}
    </Stack>
  );
}
