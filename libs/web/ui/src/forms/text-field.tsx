import { IconEye, IconEyeOff } from '@tabler/icons-react';
import {
  useState,
  type HTMLInputAutoCompleteAttribute,
  type KeyboardEventHandler,
  type ReactNode,
  type Ref,
} from 'react';
import { useUiText } from '../text/ui-text.js';
import { Field, type FieldProps } from './field.js';
import classes from './field.module.css';

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?:
    'text' | 'email' | 'password' | 'search' | 'tel' | 'url' | 'number' | 'date' | 'datetime-local' | 'month' | 'time';
  readonly placeholder?: string;
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  readonly autoFocus?: boolean;
  readonly maxLength?: number;
  readonly min?: string | number;
  readonly max?: string | number;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel';
  readonly leading?: ReactNode;
  readonly onKeyDown?: KeyboardEventHandler<HTMLInputElement>;
  readonly ref?: Ref<HTMLInputElement>;
}

/** One line of text. A password gets a button to show it; pasting is never refused. */
export function TextField({
  label,
  name,
  description,
  error,
  required,
  disabled,
  value,
  onChange,
  type = 'text',
  leading,
  ...native
}: TextFieldProps) {
  const text = useUiText();
  const [shown, setShown] = useState(false);
  const field: FieldProps = {
    label,
    description,
    ...(name === undefined ? {} : { name }),
    ...(error === undefined ? {} : { error }),
    ...(required === undefined ? {} : { required }),
    ...(disabled === undefined ? {} : { disabled }),
  };
  return (
    <Field {...field}>
      {(control) => (
        <span className={classes['box']} data-leading={leading !== undefined} data-trailing={type === 'password'}>
          {leading === undefined ? null : (
            <span className={classes['leading']} aria-hidden>
              {leading}
            </span>
          )}
          <input
            {...native}
            {...control}
            type={type === 'password' && shown ? 'text' : type}
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
          {type === 'password' ? (
            <button
              type="button"
              className={classes['reveal']}
              aria-label={text('ui.password.show')}
              aria-pressed={shown}
              onClick={() => setShown(!shown)}
            >
              {shown ? (
                <IconEyeOff size={18} stroke={1.75} aria-hidden />
              ) : (
                <IconEye size={18} stroke={1.75} aria-hidden />
              )}
            </button>
          ) : null}
        </span>
      )}
    </Field>
  );
}

export interface TextAreaProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
  readonly placeholder?: string;
  readonly maxLength?: number;
}

/** Several lines of text. */
export function TextArea({ value, onChange, rows = 4, placeholder, maxLength, ...field }: TextAreaProps) {
  return (
    <Field {...field}>
      {(control) => (
        <textarea
          {...control}
          value={value}
          rows={rows}
          placeholder={placeholder}
          maxLength={maxLength}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
