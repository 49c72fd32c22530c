import { PastVerdicts } from '@daylight/web-app';
import { Button, Dialog, Stack } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import type { PastToSignFragment } from './generated/contracts.js';

interface PastDialogProps {
  readonly toSign: PastToSignFragment;
  readonly onSign: (digest: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Terms that begin in the past: the list of verdicts they would change is read, and signed by its digest (D-CON-4). */
export function PastDialog({ toSign, onSign, onClose }: PastDialogProps) {
  const text = useText();
  const [busy, setBusy] = useState(false);
  async function sign(): Promise<void> {
    setBusy(true);
    await onSign(toSign.verdictChangesDigest);
    setBusy(false);
  }
  return (
    <Dialog
      opened
      size="xl"
      title={text('version.past.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('form.cancel')}</Button>
          <Button look="primary" busy={busy} onClick={() => void sign()}>
            {text('version.past.sign')}
          </Button>
        </>
      }
    >
      <Stack>
        <p>{toSign.message}</p>
        <PastVerdicts toSign={toSign} />
      </Stack>
    </Dialog>
  );
}
