import { useId, type ReactNode } from 'react';
import classes from './field.module.css';

/** What all fields share. `error` is a sentence that says what to do. */
export interface FieldProps {
  readonly label: string;
  readonly name?: string;
  readonly description?: ReactNode;
  readonly error?: string | null;
  readonly required?: boolean;
  readonly disabled?: boolean;
}

/** What the control itself must carry so that its label, help and error are read with it. */
export interface ControlProps {
  readonly id: string;
  readonly className: string;
  readonly required: boolean;
  readonly disabled: boolean;
  readonly name?: string;
  readonly 'aria-invalid'?: true;
  readonly 'aria-describedby'?: string;
}

interface FieldFrameProps extends FieldProps {
  readonly children: (control: ControlProps) => ReactNode;
}

/** Label, help, control and error, in this order and tied together. */
export function Field({
  label,
  name,
  description,
  error = null,
  required = false,
  disabled = false,
  children,
}: FieldFrameProps) {
  const id = useId();
  const help = description === undefined ? null : `${id}-help`;
  const problem = error === null ? null : `${id}-error`;
  const described = [help, problem].filter((part) => part !== null).join(' ');
  return (
    <div className={classes['field']}>
      <label htmlFor={id} className={classes['label']}>
        {label}
        {required ? (
          <span className={classes['required']} aria-hidden>
            {' '}
            *
          </span>
        ) : null}
      </label>
      {help === null ? null : (
        <p id={help} className={classes['description']}>
          {description}
        </p>
      )}
      {children({
        id,
        className: classes['input'] ?? '',
        required,
        disabled,
        ...(name === undefined ? {} : { name }),
        ...(problem === null ? {} : { 'aria-invalid': true as const }),
        ...(described === '' ? {} : { 'aria-describedby': described }),
      })}
      {problem === null ? null : (
        <p id={problem} className={classes['error']}>
          {error}
        </p>
      )}
    </div>
  );
}
