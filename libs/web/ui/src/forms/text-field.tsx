import { PasswordInput, Textarea, TextInput } from '@mantine/core';
import type { HTMLInputAutoCompleteAttribute, KeyboardEventHandler, ReactNode, Ref } from 'react';
import { useUiText } from '../text/ui-text.js';
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

export const fieldProps = ({ label, name, description, error, required = false, disabled = false }: FieldProps) => ({
  label,
  ...(name === undefined ? {} : { name }),
  ...(description === undefined ? {} : { description }),
  error: error ?? null,
  required,
  disabled,
  classNames: { label: classes['label'] ?? '', description: classes['description'] ?? '', error: classes['error'] ?? '', input: classes['input'] ?? '', required: classes['required'] ?? '' },
});

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'email' | 'password' | 'search' | 'tel' | 'url' | 'number' | 'date' | 'datetime-local' | 'month';
  readonly placeholder?: string;
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  readonly autoFocus?: boolean;
  readonly maxLength?: number;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel';
  readonly leading?: ReactNode;
  readonly onKeyDown?: KeyboardEventHandler<HTMLInputElement>;
  readonly ref?: Ref<HTMLInputElement>;
}

/** One line of text. A password gets a button to show it; pasting is never refused. */
export function TextField({ value, onChange, type = 'text', leading, ...rest }: TextFieldProps) {
  const text = useUiText();
  const { label, name, description, error, required, disabled, ...native } = rest;
  const field = fieldProps({ label, ...(name === undefined ? {} : { name }), description, error: error ?? null, ...(required === undefined ? {} : { required }), ...(disabled === undefined ? {} : { disabled }) });
  const shared = { ...field, ...native, value, leftSection: leading, onChange: (event: { readonly currentTarget: HTMLInputElement }) => onChange(event.currentTarget.value) };
  if (type === 'password') return <PasswordInput {...shared} visibilityToggleButtonProps={{ 'aria-label': text('ui.password.show'), tabIndex: 0 }} />;
  return <TextInput {...shared} type={type} />;
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
    <Textarea {...fieldProps(field)} value={value} rows={rows} {...(placeholder === undefined ? {} : { placeholder })} {...(maxLength === undefined ? {} : { maxLength })} onChange={(event) => onChange(event.currentTarget.value)} />
  );
}
