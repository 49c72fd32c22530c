import { Text, TextArea } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { FormDialog } from '../page/form-dialog.js';
import { WithdrawOutageDocument, type OutageWholeFragment } from './generated/outages.js';
import { useSend } from './use-send.js';

interface WithdrawDialogProps {
  readonly outage: OutageWholeFragment;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** It never was an outage: a false alarm. It counts nowhere any more, and stays in the log. */
export default function WithdrawDialog({ outage, onSaved, onClose }: WithdrawDialogProps) {
  const text = useText();
  const send = useSend(onSaved);
  const [reason, setReason] = useState('');
  async function submit(): Promise<string | null> {
    const input = { outageId: outage.id, expectedVersion: outage.version, reason: reason.trim() };
    const wanted = { done: 'OutageSaved', said: text('outage.withdrawn') };
    return send(WithdrawOutageDocument, { input }, { ...wanted, answer: ({ withdrawOutage }) => withdrawOutage });
  }
  return (
    <FormDialog
      title={text('outage.withdraw.title')}
      submitLabel={text('outage.withdraw')}
      danger
      ready={reason.trim() !== ''}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text>{text('outage.withdraw.body')}</Text>
      <TextArea label={text('outage.reason')} required rows={3} maxLength={4_000} value={reason} onChange={setReason} />
    </FormDialog>
  );
}
