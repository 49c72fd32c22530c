import { CLOCK_KINDS, PRIORITIES, type CreditBasis, type Terms } from '@daylight/domain';
import { useLocal } from '@daylight/web-app';
import { Grid, Select } from '@daylight/web-ui';
import { useText } from '../../../app/text.js';
import { messageAt, type FieldProblem } from '../../forms/field-problems.js';

interface BasisFieldsProps {
  readonly terms: Terms;
  readonly basis: CreditBasis;
  readonly problems: readonly FieldProblem[];
  readonly onChange: (basis: CreditBasis) => void;
}

const KINDS = ['AVAILABILITY', 'ATTAINMENT'] as const;
const ALL = 'ALL';

/** The figure that a ladder is read with: one of the availability promises, or the attainment of a clock. */
export function BasisFields({ terms, basis, problems, onChange }: BasisFieldsProps) {
  const text = useText();
  const local = useLocal();
  const { availability = [] } = terms;
  function choose(kind: CreditBasis['kind']): void {
    if (kind === 'ATTAINMENT') onChange({ kind, clock: 'FIRST_RESPONSE', priority: null });
    else onChange({ kind, availabilityId: availability[0]?.id ?? '' });
  }
  return (
    <Grid min={14}>
      <Select
        label={text('promise.basis')}
        value={basis.kind}
        options={KINDS.map((value) => ({
          ...{ value, label: text(`basis.${value}`) },
          disabled: value === 'AVAILABILITY' && availability.length === 0,
        }))}
        onChange={choose}
      />
      {basis.kind === 'AVAILABILITY' ? (
        <Select
          label={text('editor.credit.availability')}
          value={availability.some(({ id }) => id === basis.availabilityId) ? basis.availabilityId : ''}
          placeholder={text('editor.credit.choose')}
          options={availability.map(({ id, name }) => ({ value: id, label: local(name) }))}
          onChange={(availabilityId) => onChange({ kind: 'AVAILABILITY', availabilityId })}
          error={messageAt(problems, 'basis.availabilityId')}
        />
      ) : (
        <>
          <Select
            label={text('editor.kpi.clock')}
            value={basis.clock}
            options={CLOCK_KINDS.map((value) => ({ value, label: text(`clock.${value}`) }))}
            onChange={(clock) => onChange({ ...basis, clock })}
          />
          <Select
            label={text('editor.credit.priority')}
            value={basis.priority ?? ALL}
            options={[
              { value: ALL, label: text('editor.credit.allPriorities') },
              ...PRIORITIES.map((value) => ({ value, label: value })),
            ]}
            onChange={(chosen) => onChange({ ...basis, priority: PRIORITIES.find((each) => each === chosen) ?? null })}
          />
        </>
      )}
    </Grid>
  );
}
