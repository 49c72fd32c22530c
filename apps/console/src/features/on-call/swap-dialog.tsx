import { formatInstant } from '@daylight/web-format';
import { Select, Text, useLanguage } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { FormDialog } from '../page/form-dialog.js';
import { SwapOnCallDocument, type ShiftLineFragment } from './generated/on-call.js';
import type { PlanChange } from './use-plan-change.js';
import type { Plan } from './week-stack.js';

interface SwapDialogProps {
  readonly plan: Plan;
  readonly now: number;
  readonly change: PlanChange;
  readonly onClose: () => void;
}

const keyOf = ({ personId, from }: ShiftLineFragment): string => `${from}/${personId}`;

/** Two people exchange two turns of the plan that is shown. */
export default function SwapDialog({ plan, now, change, onClose }: SwapDialogProps) {
  const text = useText();
  const language = useLanguage();
  const zone = plan.schedule.timeZone;
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const turns = plan.final.filter(({ to }) => Date.parse(to) > now);
  const turn = (key: string) => turns.find((one) => keyOf(one) === key);
  const other = turn(first);
  const say = (at: string): string => formatInstant(at, { language, zone, style: 'dayTime' });
  const options = (of: readonly ShiftLineFragment[]) =>
    of.map((one) => ({ value: keyOf(one), label: `${one.personName} · ${say(one.from)} – ${say(one.to)}` }));
  async function submit(): Promise<string | null> {
    const [one, two] = [turn(first), turn(second)];
    if (one === undefined || two === undefined) return text('page.gone');
    const { id: scheduleId, version: expectedVersion } = plan.schedule;
    const of = ({ personId, from, to }: ShiftLineFragment) => ({ personId, from, to });
    const input = { scheduleId, expectedVersion, first: of(one), second: of(two) };
    return change(SwapOnCallDocument, { input }, (answer) => answer.swapOnCall);
  }
  return (
    <FormDialog
      title={text('onCall.swap')}
      submitLabel={text('onCall.swap.do')}
      ready={turn(first) !== undefined && turn(second) !== undefined}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text look="small">{text('onCall.swap.lead', { zone })}</Text>
      <Select
        label={text('onCall.swap.first')}
        required
        value={first}
        placeholder={text('onCall.swap.pick')}
        options={options(turns)}
        onChange={setFirst}
      />
      <Select
        label={text('onCall.swap.second')}
        required
        value={second}
        placeholder={text('onCall.swap.pick')}
        options={options(turns.filter(({ personId }) => personId !== other?.personId))}
        onChange={setSecond}
      />
    </FormDialog>
  );
}
