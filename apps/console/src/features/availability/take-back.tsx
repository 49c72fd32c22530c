import { Button, useToast } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { WithdrawExclusionDocument, type ExclusionWholeFragment } from './generated/outages.js';
import { useSend } from './use-send.js';

interface TakeBackProps {
  readonly exclusion: ExclusionWholeFragment;
  readonly onDone: () => void;
}

/** Takes a claim back that wasn't answered yet. */
export function TakeBack({ exclusion, onDone }: TakeBackProps) {
  const text = useText();
  const toast = useToast();
  const send = useSend(onDone);
  const [busy, setBusy] = useState(false);
  if (exclusion.state !== 'PROPOSED') return null;
  async function run(): Promise<void> {
    setBusy(true);
    const input = { exclusionId: exclusion.id, expectedVersion: exclusion.version };
    const wanted = { done: 'ExclusionChanged', said: text('exclusion.withdrawn') };
    const refusal = await send(
      WithdrawExclusionDocument,
      { input },
      { ...wanted, answer: ({ withdrawExclusion }) => withdrawExclusion },
    );
    setBusy(false);
    if (refusal !== null) toast({ tone: 'error', text: refusal });
  }
  return (
    <Button size="small" look="quiet" busy={busy} onClick={() => void run()}>
      {text('exclusion.withdraw')}
    </Button>
  );
}
