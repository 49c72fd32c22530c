import { Text, TextArea } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { FormDialog } from '../page/form-dialog.js';
import { CancelMaintenanceDocument, type MaintenanceWholeFragment } from './generated/maintenance.js';
import { useSend } from './use-send.js';

interface CancelDialogProps {
  readonly window: MaintenanceWholeFragment;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** The work won't be done: the client is told, with the reason. */
export default function CancelDialog({ window, onSaved, onClose }: CancelDialogProps) {
  const text = useText();
  const send = useSend(onSaved);
  const [reason, setReason] = useState('');
  async function submit(): Promise<string | null> {
    const input = { windowId: window.id, expectedVersion: window.version, reason: reason.trim() };
    const wanted = { done: 'MaintenanceSaved', said: text('work.cancelled') };
    return send(
      CancelMaintenanceDocument,
      { input },
      { ...wanted, answer: ({ cancelMaintenance }) => cancelMaintenance },
    );
  }
  return (
    <FormDialog
      title={text('work.cancel.title')}
      submitLabel={text('work.cancel')}
      danger
      ready={reason.trim() !== ''}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text>{text('work.cancel.body')}</Text>
      <TextArea label={text('work.reason')} required rows={3} maxLength={4_000} value={reason} onChange={setReason} />
    </FormDialog>
  );
}
