import { useEffect, useId, useRef, type ReactNode } from 'react';
import classes from './field.module.css';

export interface CheckboxProps {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly description?: ReactNode;
  readonly disabled?: boolean;
  readonly indeterminate?: boolean;
  readonly name?: string;
  /** For a box whose label is drawn elsewhere (a table row). */
  readonly 'aria-label'?: string;
}

/** A yes-or-no choice. */
export function Checkbox({ label, checked, onChange, description, indeterminate = false, ...native }: CheckboxProps) {
  const box = useRef<HTMLInputElement>(null);
  const help = useId();
  useEffect(() => {
    if (box.current) box.current.indeterminate = indeterminate;
  }, [indeterminate]);
  return (
    <label className={`${classes['check']} ${label === null ? classes['bare'] : ''}`}>
      <input
        {...native}
        ref={box}
        type="checkbox"
        checked={checked}
        aria-describedby={description === undefined ? undefined : help}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {label === null ? null : (
        <span>
          {label}
          {description === undefined ? null : (
            <span id={help} className={classes['description']} style={{ display: 'block' }}>
              {description}
            </span>
          )}
        </span>
      )}
    </label>
  );
}
