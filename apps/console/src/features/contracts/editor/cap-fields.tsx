import { missOf, TERMINATION_MISSES, type CreditSchedule } from '@daylight/domain';
import { Checkbox, Grid, Select, Stack } from '@daylight/web-ui';
import { useText } from '../../../app/text.js';
import { messageAt, type FieldProblem } from '../../forms/field-problems.js';
import { NumberField } from '../../forms/number-field.js';
import { PercentField } from './percent-field.js';

interface CapFieldsProps {
  readonly schedule: CreditSchedule;
  readonly problems: readonly FieldProblem[];
  readonly onChange: (part: Partial<CreditSchedule>) => void;
}

const OF = ['ITEM', 'CONTRACT'] as const;
const PER = ['MONTH', 'YEAR'] as const;

/** The most that is credited, and when repeated misses give a right to terminate; both may be left out. */
export function CapFields({ schedule: { basis, cap, termination }, problems, onChange }: CapFieldsProps) {
  const text = useText();
  return (
    <Stack gap="s">
      <Checkbox
        label={text('editor.cap.wanted')}
        checked={cap !== null}
        onChange={(wanted) => onChange({ cap: wanted ? { limitPpm: 300_000, of: 'CONTRACT', per: 'MONTH' } : null })}
      />
      {cap === null ? null : (
        <Grid min={12}>
          <PercentField
            label={text('editor.cap.limit')}
            ppm={cap.limitPpm}
            onChange={(limitPpm) => onChange({ cap: { ...cap, limitPpm } })}
            error={messageAt(problems, 'cap.limitPpm')}
          />
          <Select
            label={text('editor.cap.of')}
            value={cap.of}
            options={OF.map((value) => ({ value, label: text(`cap.of.${value}`) }))}
            onChange={(of) => onChange({ cap: { ...cap, of } })}
          />
          <Select
            label={text('editor.cap.per')}
            value={cap.per}
            options={PER.map((value) => ({ value, label: text(`period.${value}`) }))}
            onChange={(per) => onChange({ cap: { ...cap, per } })}
          />
        </Grid>
      )}
      <Checkbox
        label={text('editor.termination.wanted')}
        checked={termination !== null}
        onChange={(wanted) => onChange({ termination: wanted ? { misses: 3, periods: 6 } : null })}
      />
      {termination === null ? null : (
        <Grid min={12}>
          <NumberField
            label={text('editor.termination.misses')}
            value={termination.misses}
            onChange={(misses) => onChange({ termination: { ...termination, misses: misses ?? 1 } })}
            error={messageAt(problems, 'termination.misses') ?? messageAt(problems, 'termination')}
          />
          <NumberField
            label={text('editor.termination.periods')}
            value={termination.periods}
            onChange={(periods) => onChange({ termination: { ...termination, periods: periods ?? 1 } })}
            error={messageAt(problems, 'termination.periods')}
          />
          <Select
            label={text('editor.termination.counts')}
            value={missOf(termination, basis.kind)}
            options={TERMINATION_MISSES.map((value) => ({ value, label: text(`termination.counts.${value}`) }))}
            onChange={(counts) => onChange({ termination: { ...termination, counts } })}
          />
        </Grid>
      )}
    </Stack>
  );
}
