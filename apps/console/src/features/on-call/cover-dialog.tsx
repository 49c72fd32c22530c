import { useQuery } from '@daylight/web-data';
import { instantOf, wallClock } from '@daylight/web-format';
import { Grid, Select, Text, TextField } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { FormDialog } from '../page/form-dialog.js';
import { CoverOnCallDocument, OnCallStaffDocument } from './generated/on-call.js';
import type { PlanChange } from './use-plan-change.js';
import type { Plan } from './week-stack.js';

interface CoverDialogProps {
  readonly plan: Plan;
  /** Where the stretch begins that is offered first (ms). */
  readonly now: number;
  readonly change: PlanChange;
  readonly onClose: () => void;
}

const HOUR = 3_600_000;

/** Somebody takes a stretch, whoever would have had it. Times are the schedule's own. */
export default function CoverDialog({ plan, now, change, onClose }: CoverDialogProps) {
  const text = useText();
  const zone = plan.schedule.timeZone;
  const [{ data }] = useQuery({ query: OnCallStaffDocument, requestPolicy: 'cache-first' });
  const [personId, setPersonId] = useState('');
  const next = Math.ceil(now / HOUR) * HOUR;
  const [from, setFrom] = useState(wallClock(next, zone));
  const [to, setTo] = useState(wallClock(next + 12 * HOUR, zone));
  const [start, end] = [instantOf(from, zone), instantOf(to, zone)];
  const backwards = start !== null && end !== null && end <= start;
  async function submit(): Promise<string | null> {
    if (start === null || end === null) return text('onCall.times.missing');
    const { id: scheduleId, version: expectedVersion } = plan.schedule;
    const input = { scheduleId, expectedVersion, turn: { personId, from: start, to: end } };
    return change(CoverOnCallDocument, { input }, (answer) => answer.coverOnCall);
  }
  return (
    <FormDialog
      title={text('onCall.cover')}
      submitLabel={text('onCall.cover.do')}
      ready={personId !== '' && start !== null && end !== null && !backwards}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text look="small">{text('onCall.cover.lead', { zone })}</Text>
      <Select
        label={text('onCall.who')}
        required
        value={personId}
        placeholder={text('onCall.who.pick')}
        options={(data?.staffDirectory ?? []).map(({ id, displayName }) => ({ value: id, label: displayName }))}
        onChange={setPersonId}
      />
      <Grid min={12}>
        <TextField label={text('onCall.from')} type="datetime-local" required value={from} onChange={setFrom} />
        <TextField
          label={text('onCall.to')}
          type="datetime-local"
          required
          value={to}
          error={backwards ? text('onCall.times.backwards') : null}
          onChange={setTo}
        />
      </Grid>
    </FormDialog>
  );
}
