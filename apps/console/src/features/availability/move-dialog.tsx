import { instantOf, wallClock } from '@daylight/web-format';
import { Grid, Text, TextArea, useZone } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { FormDialog } from '../page/form-dialog.js';
import { MoveMaintenanceDocument, type MaintenanceWholeFragment } from './generated/maintenance.js';
import { MomentField } from './moment-field.js';
import { useSend } from './use-send.js';
import { WindowPreview } from './window-preview.js';

interface MoveDialogProps {
  readonly window: MaintenanceWholeFragment;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** Another time for work that was announced. The notice begins anew unless the window only gets shorter (D-MON-2). */
export default function MoveDialog({ window, onSaved, onClose }: MoveDialogProps) {
  const text = useText();
  const zone = useZone();
  const send = useSend(onSaved);
  const [from, setFrom] = useState(wallClock(Date.parse(window.startsAt), zone));
  const [to, setTo] = useState(wallClock(Date.parse(window.endsAt), zone));
  const [reason, setReason] = useState('');
  const [startsAt, endsAt] = [instantOf(from, zone), instantOf(to, zone)];
  const backwards = startsAt !== null && endsAt !== null && endsAt <= startsAt;
  async function submit(): Promise<string | null> {
    if (startsAt === null || endsAt === null) return text('outage.times.missing');
    const input = { windowId: window.id, expectedVersion: window.version, startsAt, endsAt, reason: reason.trim() };
    const wanted = { done: 'MaintenanceSaved', said: text('work.moved') };
    return send(MoveMaintenanceDocument, { input }, { ...wanted, answer: ({ moveMaintenance }) => moveMaintenance });
  }
  return (
    <FormDialog
      title={text('work.move.title')}
      submitLabel={text('work.move')}
      ready={startsAt !== null && endsAt !== null && !backwards && reason.trim() !== ''}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text look="small">{text('work.move.lead')}</Text>
      <Grid min={15}>
        <MomentField label={text('work.from')} required value={from} onChange={setFrom} />
        <MomentField
          label={text('work.to')}
          required
          value={to}
          error={backwards ? text('onCall.times.backwards') : null}
          onChange={setTo}
        />
      </Grid>
      {startsAt === null || endsAt === null || backwards ? null : (
        <WindowPreview
          tenantId={window.tenantId}
          serviceItemIds={window.services.map(({ serviceItemId }) => serviceItemId)}
          kind={window.kind}
          startsAt={startsAt}
          endsAt={endsAt}
          windowId={window.id}
        />
      )}
      <TextArea label={text('work.reason')} required rows={2} maxLength={4_000} value={reason} onChange={setReason} />
    </FormDialog>
  );
}
