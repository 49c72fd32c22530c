import { now } from '@daylight/web-format';
import { Segments } from '../forms/segments.js';
import { Select } from '../forms/select.js';
import { useUiText } from '../text/ui-text.js';
import { periodKeyOf, type PeriodUnit } from './period-key.js';
import classes from './period-picker.module.css';

const UNITS = ['MONTH', 'QUARTER', 'YEAR'] as const satisfies readonly PeriodUnit[];

export interface PeriodPickerProps {
  readonly period: string;
  readonly unit: PeriodUnit;
  /** Of the contract: periods are cut at its midnight. */
  readonly zone: string;
  readonly periods: readonly { readonly key: string; readonly label: string }[];
  readonly onChange: (period: string) => void;
}

/** Month, quarter or year, then which. */
export function PeriodPicker({ period, unit, zone, periods, onChange }: PeriodPickerProps) {
  const text = useUiText();
  const known = periods.some(({ key }) => key === period) ? periods : [{ key: period, label: period }, ...periods];
  return (
    <div className={classes['picker']}>
      <Segments
        label={text('ui.period.unit')}
        value={unit}
        options={UNITS.map((one) => ({ value: one, label: text(`ui.period.unit.${one}`) }))}
        onChange={(one) => onChange(periodKeyOf(one, now(), zone))}
      />
      <Select
        label={text('ui.period')}
        value={period}
        options={known.map(({ key, label }) => ({ value: key, label }))}
        onChange={onChange}
      />
    </div>
  );
}
