import { now } from '@daylight/web-format';
import { Segments, Select, periodKeyOf, useZone } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import type { PeriodUnit } from './generated/kpi.js';
import classes from './period-picker.module.css';

const UNITS = ['MONTH', 'QUARTER', 'YEAR'] as const satisfies readonly PeriodUnit[];

interface PeriodPickerProps {
  readonly period: string;
  readonly unit: PeriodUnit;
  readonly periods: readonly { readonly key: string; readonly label: string }[];
  readonly onChange: (period: string) => void;
}

/** Month, quarter or year, then which. */
export function PeriodPicker({ period, unit, periods, onChange }: PeriodPickerProps) {
  const text = useText();
  const zone = useZone();
  const known = periods.some(({ key }) => key === period) ? periods : [{ key: period, label: period }, ...periods];
  return (
    <div className={classes['picker']}>
      <Segments
        label={text('kpi.unit')}
        value={unit}
        options={UNITS.map((one) => ({ value: one, label: text(`kpi.unit.${one}`) }))}
        onChange={(one) => onChange(periodKeyOf(one, now(), zone))}
      />
      <Select
        label={text('kpi.period')}
        value={period}
        options={known.map(({ key, label }) => ({ value: key, label }))}
        onChange={onChange}
      />
    </div>
  );
}
