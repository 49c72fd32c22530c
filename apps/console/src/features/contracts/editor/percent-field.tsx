import { TextField } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../../app/text.js';

interface PercentFieldProps {
  readonly label: string;
  /** Parts per million. */
  readonly ppm: number;
  readonly onChange: (ppm: number) => void;
  readonly error?: string | null;
  readonly description?: string;
}

/** `99.95` for 999,500 parts per million. */
export const writePercent = (ppm: number): string => String(ppm / 10_000);

/** What somebody typed as parts per million, exact to 0.0001 %; null: no percentage. */
export function readPercent(typed: string): number | null {
  const match = /^(\d{1,3})(?:\.(\d{1,4}))?\s*%?$/.exec(typed.trim());
  if (match === null) return null;
  const ppm = Number(match[1]) * 10_000 + Number((match[2] ?? '').padEnd(4, '0'));
  return ppm > 1_000_000 ? null : ppm;
}

/** A share as people write it. What can't be read stays as typed and is said so; the last readable value holds. */
export function PercentField({ label, ppm, onChange, error = null, description }: PercentFieldProps) {
  const text = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null ? ppm : readPercent(typed);
  const shown = typed !== null && (read === null || read === ppm) ? typed : writePercent(ppm);
  return (
    <TextField
      label={label}
      inputMode="decimal"
      value={shown}
      onChange={(next) => {
        setTyped(next);
        const value = readPercent(next);
        if (value !== null) onChange(value);
      }}
      error={read === null ? text('editor.percent.unreadable') : error}
      {...(description === undefined ? {} : { description })}
    />
  );
}
