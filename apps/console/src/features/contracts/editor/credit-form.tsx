import type { CreditSchedule, Terms } from '@daylight/domain';
import { CreditExample } from '@daylight/web-app';
import { Grid, Select, Stack } from '@daylight/web-ui';
import { useText } from '../../../app/text.js';
import { messageAt, within, type FieldProblem } from '../../forms/field-problems.js';
import { LocalizedField } from '../../forms/localized-field.js';
import { BasisFields } from './basis-fields.js';
import { CapFields } from './cap-fields.js';
import { LadderForm } from './ladder-form.js';
import { PercentField } from './percent-field.js';

interface CreditFormProps {
  readonly terms: Terms;
  readonly schedule: CreditSchedule;
  readonly problems: readonly FieldProblem[];
  readonly onChange: (schedule: CreditSchedule) => void;
}

const ROUNDINGS = ['HALF_UP', 'TRUNCATE'] as const;
const TREATMENTS = ['COMPENSATION', 'PRICE_REDUCTION'] as const;

/** What a missed figure is worth (D-CRD-1), with the amount it comes to worked out below. */
export function CreditForm({ terms, schedule, problems, onChange }: CreditFormProps) {
  const text = useText();
  const { treatment } = schedule;
  const set = (part: Partial<CreditSchedule>): void => onChange({ ...schedule, ...part });
  const at = (path: string): string | null => messageAt(problems, path);
  return (
    <Stack>
      <LocalizedField
        label={text('editor.promise.name')}
        value={schedule.name}
        onChange={(name) => set({ name })}
        problems={within(problems, 'name')}
        required
      />
      <BasisFields terms={terms} basis={schedule.basis} onChange={(basis) => set({ basis })} problems={problems} />
      <LadderForm tiers={schedule.tiers} onChange={(tiers) => set({ tiers })} problems={within(problems, 'tiers')} />
      <CapFields schedule={schedule} onChange={set} problems={problems} />
      <Grid min={14}>
        <Select
          label={text('promise.rounding')}
          value={schedule.rounding}
          options={ROUNDINGS.map((value) => ({ value, label: text(`rounding.${value}`) }))}
          onChange={(rounding) => set({ rounding })}
        />
        <Select
          label={text('promise.treatment')}
          description={text('editor.credit.counsel')}
          value={treatment.kind}
          options={TREATMENTS.map((value) => ({ value, label: text(`treatment.${value}`) }))}
          onChange={(kind) => set({ treatment: kind === 'COMPENSATION' ? { kind } : { kind, vatPpm: 100_000 } })}
        />
        {treatment.kind === 'PRICE_REDUCTION' ? (
          <PercentField
            label={text('editor.credit.vat')}
            ppm={treatment.vatPpm}
            onChange={(vatPpm) => set({ treatment: { kind: 'PRICE_REDUCTION', vatPpm } })}
            error={at('treatment.vatPpm')}
          />
        ) : null}
      </Grid>
      {problems.length === 0 ? <CreditExample terms={terms} schedule={schedule} /> : null}
    </Stack>
  );
}
