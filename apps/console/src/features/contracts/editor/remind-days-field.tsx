import { DEFAULT_REMIND_DAYS } from '@daylight/domain';
import { TextField } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../../app/text.js';

interface RemindDaysProps {
  /** Undefined: the default. */
  readonly days: readonly number[] | undefined;
  readonly onChange: (days: readonly number[]) => void;
  readonly error: string | null;
}

const say = (days: readonly number[]): string => [...days].sort((a, b) => b - a).join(', ');
const read = (typed: string): readonly number[] => [...new Set((typed.match(/\d{1,3}/g) ?? []).map(Number))];

/** Days ahead at which both parties are reminded, as people write a list. What is typed stays until it is read. */
export function RemindDaysField({ days = DEFAULT_REMIND_DAYS, onChange, error }: RemindDaysProps) {
  const text = useText();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      label={text('editor.remindDays')}
      description={text('editor.remindDays.help')}
      inputMode="numeric"
      value={typed !== null && say(read(typed)) === say(days) ? typed : say(days)}
      onChange={(next) => {
        setTyped(next);
        onChange(read(next));
      }}
      error={error}
    />
  );
}
