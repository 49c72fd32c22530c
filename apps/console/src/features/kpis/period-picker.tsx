import { now } from '@daylight/web-format';
import { periodKeyOf, Segments, Select, type PeriodUnit } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { Filters } from '../forms/filters.js';

const UNITS = ['MONTH', 'QUARTER', 'YEAR'] as const;

interface PeriodPickerProps {
  readonly period: string;
  readonly unit: PeriodUnit;
  /** The client's own: periods are cut at its midnight. */
  readonly zone: string;
  readonly periods: readonly { readonly key: string; readonly label: string }[];
  readonly onChange: (period: string) => void;
}

/** Month, quarter or year, then which. */
export function PeriodPicker({ period, unit, zone, periods, onChange }: PeriodPickerProps) {
  const text = useText();
  const known = periods.some(({ key }) => key === period) ? periods : [{ key: period, label: period }, ...periods];
  return (
    <Filters>
      <Segments
        label={text('kpis.unit')}
        value={unit}
        options={UNITS.map((value) => ({ value, label: text(`kpis.unit.${value}`) }))}
        onChange={(next) => onChange(periodKeyOf(next, now(), zone))}
      />
      <Select
        label={text('review.period')}
        value={period}
        options={known.map(({ key, label }) => ({ value: key, label }))}
        onChange={onChange}
      />
    </Filters>
  );
}
