import { Text, TextArea } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { FormDialog } from '../page/form-dialog.js';

interface DiscardDialogProps {
  readonly count: number;
  /** Null: done; otherwise why not. */
  readonly onDiscard: (reason: string) => Promise<string | null>;
  readonly onClose: () => void;
}

/** Asks why: what is discarded can't be done any more. */
export function DiscardDialog({ count, onDiscard, onClose }: DiscardDialogProps) {
  const text = useText();
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      title={text('letters.discard.title', { count })}
      submitLabel={text('letters.discard')}
      danger
      ready={reason.trim() !== ''}
      onSubmit={() => onDiscard(reason)}
      onClose={onClose}
    >
      <Text>{text('letters.discard.body')}</Text>
      <TextArea label={text('letters.reason')} required rows={3} maxLength={500} value={reason} onChange={setReason} />
    </FormDialog>
  );
}
