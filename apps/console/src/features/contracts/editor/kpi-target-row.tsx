import {
  CLOCK_KINDS,
  KPI_KEYS,
  kpiDefinition,
  type ClockKind,
  type KpiKey,
  type KpiTarget,
  type KpiUnit,
} from '@daylight/domain';
import { Problems } from '@daylight/web-app';
import { Grid, IconButton, Row, Select, TextField } from '@daylight/web-ui';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '../../../app/text.js';
import { messageAt, type FieldProblem } from '../../forms/field-problems.js';
import { readAmount } from '../matrix/amount.js';

interface KpiTargetRowProps {
  readonly target: KpiTarget;
  readonly problems: readonly FieldProblem[];
  readonly onChange: (target: KpiTarget) => void;
  readonly onRemove: () => void;
}

const SIDES = ['PROVIDER', 'CLIENT'] as const;
const COMPARISONS = ['AT_LEAST', 'AT_MOST'] as const;
const keyOf = (kpi: string): KpiKey | null => KPI_KEYS.find((key) => key === kpi) ?? null;

/** A value as people type it: `99.5` for percent, `4h` for durations, a number otherwise. */
export function writeValue(value: number, unit: KpiUnit): string {
  if (unit === 'BASIS_POINTS') return String(value / 100);
  return unit === 'SECONDS'
    ? value % 3_600 === 0
      ? `${value / 3_600}h`
      : `${Math.round(value / 60)}m`
    : String(value);
}

/** Null: not readable. */
export function readValue(typed: string, unit: KpiUnit): number | null {
  const text = typed.trim().replace(/%$/, '').trim();
  if (unit === 'SECONDS') {
    const read = readAmount(text);
    return read.kind === 'amount' && read.amount.unit === 'MINUTES' ? read.amount.minutes * 60 : null;
  }
  if (unit === 'COUNT') return /^\d{1,9}$/.test(text) ? Number(text) : null;
  return /^\d{1,3}(?:\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : null;
}

/** One agreed figure: which, whose, how much. */
export function KpiTargetRow({ target, problems, onChange, onRemove }: KpiTargetRowProps) {
  const text = useText();
  const definition = kpiDefinition(target.kpi);
  const unit = definition?.unit ?? 'COUNT';
  const clocks = definition?.clocks ?? [];
  const key = keyOf(target.kpi);
  function choose(kpi: string): void {
    const next = kpiDefinition(kpi);
    const clock: ClockKind | null =
      next === null || next.clocks.length === 0 ? null : (target.clock ?? 'FIRST_RESPONSE');
    onChange({
      ...target,
      kpi,
      clock,
      value:
        next?.unit === unit
          ? target.value
          : next?.unit === 'BASIS_POINTS'
            ? 9_500
            : next?.unit === 'SECONDS'
              ? 14_400
              : 0,
    });
  }
  const whole = messageAt(problems, '');
  return (
    <>
      <Problems messages={whole === null ? [] : [whole]} />
      <Row gap="s" align="end" wrap={false}>
        <Grid min={9} gap="s">
          <Select
            label={text('editor.kpi.figure')}
            value={key ?? ''}
            options={KPI_KEYS.map((value) => ({ value, label: text(`kpiName.${value}`) }))}
            onChange={choose}
            error={messageAt(problems, 'kpi')}
          />
          {clocks.length === 0 ? null : (
            <Select
              label={text('editor.kpi.clock')}
              value={target.clock ?? ''}
              options={CLOCK_KINDS.map((value) => ({ value, label: text(`clock.${value}`) }))}
              onChange={(clock) => onChange({ ...target, clock })}
              error={messageAt(problems, 'clock')}
            />
          )}
          <Select
            label={text('editor.kpi.side')}
            value={target.side}
            options={SIDES.map((value) => ({ value, label: text(`party.${value}`) }))}
            onChange={(side) => onChange({ ...target, side })}
          />
          <Select
            label={text('editor.kpi.comparison')}
            value={target.comparison}
            options={COMPARISONS.map((value) => ({ value, label: text(`comparison.${value}`) }))}
            onChange={(comparison) => onChange({ ...target, comparison })}
          />
          <ValueField
            key={`${target.kpi}/${target.value}`}
            target={target}
            unit={unit}
            error={messageAt(problems, 'value')}
            onChange={(value) => onChange({ ...target, value })}
          />
        </Grid>
        <IconButton label={text('form.remove')} icon={<IconTrash size={16} />} onClick={onRemove} />
      </Row>
    </>
  );
}

interface ValueFieldProps {
  readonly target: KpiTarget;
  readonly unit: KpiUnit;
  readonly error: string | null;
  readonly onChange: (value: number) => void;
}

function ValueField({ target, unit, error, onChange }: ValueFieldProps) {
  const text = useText();
  const [typed, setTyped] = useState(writeValue(target.value, unit));
  const bad = readValue(typed, unit) === null;
  return (
    <span
      onBlur={() => {
        const value = readValue(typed, unit);
        if (value !== null && value !== target.value) onChange(value);
      }}
    >
      <TextField
        label={text(`editor.kpi.value.${unit}`)}
        value={typed}
        onChange={setTyped}
        error={bad ? text(`editor.kpi.unreadable.${unit}`) : error}
      />
    </span>
  );
}
