import { Stack, Text, Time } from '@daylight/web-ui';
import { useText } from '../text.js';
import { VerdictChanges, type VerdictChangeList } from './verdict-changes.js';

/** What the fragment `PastToSign` asks for. */
export interface PastVerdictsProps {
  readonly toSign: {
    readonly verdictChangesAsOf: string;
    readonly verdictChangesDigest: string;
    readonly verdictChanges: VerdictChangeList;
  };
}

/** The verdicts that terms from the past would change: as of when, which, and the digest that is signed (D-CON-4). */
export function PastVerdicts({ toSign }: PastVerdictsProps) {
  const text = useText();
  return (
    <Stack>
      <p>
        <Text look="small">{text('verdicts.asOf')}</Text> <Time at={toSign.verdictChangesAsOf} withZone />
      </p>
      <VerdictChanges list={toSign.verdictChanges} />
      <p>
        <Text look="small">{text('verdicts.digest')}</Text> <Text look="code">{toSign.verdictChangesDigest}</Text>
      </p>
    </Stack>
  );
}
