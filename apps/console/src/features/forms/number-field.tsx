import { TextField } from '@daylight/web-ui';
import { useState } from 'react';

interface NumberFieldProps {
  readonly label: string;
  readonly value: number | null;
  /** Null: the field is empty or holds no whole number. */
  readonly onChange: (value: number | null) => void;
  readonly error?: string | null;
  readonly description?: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
}

const wholeNumber = (typed: string): number | null =>
  /^\d{1,15}$/.test(typed.replaceAll(/[,\s]/g, '')) ? Number(typed.replaceAll(/[,\s]/g, '')) : null;

/** A whole number, with or without thousands separators. What is typed stays as typed until it is read. */
export function NumberField({ value, onChange, ...field }: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown =
    typed !== null && wholeNumber(typed) === value
      ? typed
      : value === null
        ? (typed ?? '')
        : value.toLocaleString('en');
  return (
    <TextField
      {...field}
      inputMode="numeric"
      value={shown}
      onChange={(text) => {
        setTyped(text);
        onChange(wholeNumber(text));
      }}
    />
  );
}
