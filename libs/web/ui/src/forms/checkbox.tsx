import '@mantine/core/styles/InlineInput.layer.css';
import '@mantine/core/styles/Checkbox.layer.css';
import { Checkbox as MantineCheckbox } from '@mantine/core';
import type { ReactNode } from 'react';
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
export function Checkbox({ label, checked, onChange, ...rest }: CheckboxProps) {
  return <MantineCheckbox {...rest} label={label} checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} classNames={{ label: classes['checkLabel'] ?? '' }} />;
}
