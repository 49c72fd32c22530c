import {
  ASSET_RULES,
  EXCLUSION_CAUSES,
  PERIOD_UNITS,
  UNMEASURED_RULES,
  type AvailabilityTerms,
  type Terms,
} from '@daylight/domain';
import { Problems, useLocal } from '@daylight/web-app';
import { Checkbox, Grid, Select, Stack, Text } from '@daylight/web-ui';
import { useText } from '../../../app/text.js';
import { messageAt, within, type FieldProblem } from '../../forms/field-problems.js';
import { toggled } from '../../forms/lists.js';
import { LocalizedField } from '../../forms/localized-field.js';
import { NumberField } from '../../forms/number-field.js';
import { PercentField } from './percent-field.js';
import { WeightRows } from './weight-rows.js';

interface AvailabilityFormProps {
  readonly terms: Terms;
  readonly promise: AvailabilityTerms;
  readonly problems: readonly FieldProblem[];
  readonly onChange: (promise: AvailabilityTerms) => void;
}

/** One promise of being up, and what counts (D-AVL-1). */
export function AvailabilityForm({ terms, promise, problems, onChange }: AvailabilityFormProps) {
  const text = useText();
  const local = useLocal();
  const set = (part: Partial<AvailabilityTerms>): void => onChange({ ...promise, ...part });
  const at = (path: string): string | null => messageAt(problems, path);
  const services = terms.services.map(({ serviceItemId }) => serviceItemId);
  return (
    <Stack>
      <LocalizedField
        label={text('editor.promise.name')}
        value={promise.name}
        onChange={(name) => set({ name })}
        problems={within(problems, 'name')}
        required
      />
      <Grid min={14}>
        <PercentField
          label={text('editor.availability.target')}
          ppm={promise.targetPpm}
          onChange={(targetPpm) => set({ targetPpm })}
          error={at('targetPpm')}
        />
        <Select
          label={text('editor.availability.period')}
          value={promise.period}
          options={PERIOD_UNITS.map((value) => ({ value, label: text(`period.${value}`) }))}
          onChange={(period) => set({ period })}
          error={at('period')}
        />
        <Select
          label={text('promise.hours')}
          value={promise.calendarId}
          options={terms.calendars.map(({ id, name }) => ({ value: id, label: local(name) }))}
          onChange={(calendarId) => set({ calendarId })}
          error={at('calendarId')}
        />
      </Grid>
      <Stack gap="xs">
        <Text look="strong">{text('promise.services')}</Text>
        <Problems messages={within(problems, 'serviceItemIds').map(({ message }) => message)} />
        {terms.services.map(({ serviceItemId, name }) => (
          <Checkbox
            key={serviceItemId}
            label={local(name)}
            checked={promise.serviceItemIds.includes(serviceItemId)}
            onChange={(wanted) =>
              set({ serviceItemIds: toggled(promise.serviceItemIds, serviceItemId, wanted, services) })
            }
          />
        ))}
      </Stack>
      <Grid min={14}>
        <Select
          label={text('promise.assetRule')}
          value={promise.assetRule}
          options={ASSET_RULES.map((value) => ({ value, label: text(`assetRule.${value}`) }))}
          onChange={(assetRule) => set({ assetRule, weights: assetRule === 'WEIGHTED' ? promise.weights : [] })}
          error={at('assetRule')}
        />
        <NumberField
          label={text('editor.availability.degraded')}
          value={promise.degradedPercent}
          onChange={(percent) => set({ degradedPercent: Math.min(percent ?? 0, 100) })}
          error={at('degradedPercent')}
        />
        <Select
          label={text('promise.unmeasured')}
          value={promise.unmeasured}
          options={UNMEASURED_RULES.map((value) => ({ value, label: text(`unmeasured.${value}`) }))}
          onChange={(unmeasured) => set({ unmeasured })}
        />
      </Grid>
      {promise.assetRule === 'WEIGHTED' ? (
        <WeightRows
          weights={promise.weights}
          onChange={(weights) => set({ weights })}
          problems={within(problems, 'weights')}
        />
      ) : null}
      <Stack gap="xs">
        <Text look="strong">{text('promise.excludable')}</Text>
        {EXCLUSION_CAUSES.map((cause) => (
          <Checkbox
            key={cause}
            label={text(`exclusionCause.${cause}`)}
            checked={promise.excludable.includes(cause)}
            onChange={(wanted) => set({ excludable: toggled(promise.excludable, cause, wanted, EXCLUSION_CAUSES) })}
          />
        ))}
      </Stack>
    </Stack>
  );
}
