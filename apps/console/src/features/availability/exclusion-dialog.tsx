import { instantOf, wallClock } from '@daylight/web-format';
import { Grid, Select, Text, TextArea, useZone } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { FormDialog } from '../page/form-dialog.js';
import { ProposeExclusionDocument, type ExclusionCause, type OutageWholeFragment } from './generated/outages.js';
import { MomentField } from './moment-field.js';
import { useSend } from './use-send.js';

const CAUSES: readonly ExclusionCause[] = ['CLIENT', 'FORCE_MAJEURE', 'CLOUD_VENDOR'];

interface ExclusionDialogProps {
  readonly outage: OutageWholeFragment;
  /** ms; the end that is offered while the outage goes on. */
  readonly now: number;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** Asks the client to leave time out. It counts until the client accepts (D-AVL-1). */
export default function ExclusionDialog({ outage, now, onSaved, onClose }: ExclusionDialogProps) {
  const text = useText();
  const zone = useZone();
  const send = useSend(onSaved);
  const whole = { from: outage.startedAt, to: outage.endedAt ?? new Date(now).toISOString() };
  const wall = (at: string): string => wallClock(Date.parse(at), zone);
  const [cause, setCause] = useState<ExclusionCause>('CLIENT');
  const [from, setFrom] = useState(wall(whole.from));
  const [to, setTo] = useState(wall(whole.to));
  const [reason, setReason] = useState('');
  // A field knows minutes: what wasn't touched keeps its seconds.
  const instant = (typed: string, before: string): string | null =>
    typed === wall(before) ? before : instantOf(typed, zone);
  const [start, end] = [instant(from, whole.from), instant(to, whole.to)];
  const backwards = start !== null && end !== null && end <= start;
  async function submit(): Promise<string | null> {
    if (start === null || end === null) return text('outage.times.missing');
    const { tenantId, serviceItemId, id: outageId } = outage;
    const input = { tenantId, serviceItemId, outageId, cause, from: start, to: end, reason: reason.trim() };
    const wanted = { done: 'ExclusionChanged', said: text('exclusion.proposed') };
    return send(ProposeExclusionDocument, { input }, { ...wanted, answer: ({ proposeExclusion }) => proposeExclusion });
  }
  return (
    <FormDialog
      title={text('exclusion.title')}
      submitLabel={text('exclusion.propose')}
      ready={start !== null && end !== null && !backwards && reason.trim() !== ''}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text look="small">{text('exclusion.lead')}</Text>
      <Select
        label={text('exclusion.cause')}
        value={cause}
        options={CAUSES.map((value) => ({ value, label: text(`avail.cause.${value}`) }))}
        onChange={setCause}
      />
      <Grid min={15}>
        <MomentField label={text('outage.from')} required value={from} onChange={setFrom} />
        <MomentField
          label={text('outage.to')}
          required
          value={to}
          error={backwards ? text('onCall.times.backwards') : null}
          onChange={setTo}
        />
      </Grid>
      <TextArea
        label={text('exclusion.reason')}
        description={text('exclusion.reason.hint')}
        required
        rows={3}
        maxLength={4_000}
        value={reason}
        onChange={setReason}
      />
    </FormDialog>
  );
}
