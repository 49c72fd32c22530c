import { useId } from 'react';
import classes from './segments.module.css';
import type { SelectOption } from './select.js';

export interface SegmentsProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly SelectOption<Value>[];
  readonly onChange: (value: Value) => void;
  readonly size?: 'small' | 'medium';
  readonly hideLabel?: boolean;
}

/** One of two to five choices, all visible: radio buttons drawn as one bar. */
export function Segments<Value extends string>({
  label,
  value,
  options,
  onChange,
  size = 'medium',
  hideLabel = false,
}: SegmentsProps<Value>) {
  const name = useId();
  return (
    <fieldset className={classes['field']} data-size={size}>
      <legend className={hideLabel ? 'dl-hidden' : classes['legend']}>{label}</legend>
      <div className={classes['bar']}>
        {options.map((option) => (
          <label key={option.value} className={classes['option']} data-checked={option.value === value}>
            <input
              type="radio"
              className="dl-hidden"
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled === true}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
