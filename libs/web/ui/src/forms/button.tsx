import { Button as MantineButton } from '@mantine/core';
import type { MouseEventHandler, ReactNode } from 'react';
import { Kbd } from '../keyboard/kbd.js';
import { useLinkComponent } from '../ui-provider.js';
import classes from './button.module.css';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly look?: ButtonLook;
  readonly size?: 'small' | 'medium';
  readonly icon?: ReactNode;
  readonly type?: 'button' | 'submit';
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly full?: boolean;
  /** Shows the shortcut's caps; the shortcut itself is registered with `useHotkeys`. */
  readonly keys?: string;
  readonly href?: string;
  readonly onClick?: MouseEventHandler<HTMLElement>;
  readonly 'aria-label'?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-pressed'?: boolean;
}

const VARIANT = { primary: 'filled', secondary: 'default', quiet: 'subtle', danger: 'filled' } as const;

/** A button, or a link that looks like one when it has an `href`. One primary per page. */
export function Button({ look = 'secondary', size = 'medium', icon, busy = false, full = false, keys, href, children, type = 'button', ...rest }: ButtonProps) {
  const Link = useLinkComponent();
  const shared = {
    variant: VARIANT[look],
    size: size === 'small' ? 'xs' : 'sm',
    leftSection: icon,
    rightSection: keys === undefined ? undefined : <Kbd keys={keys} />,
    loading: busy,
    fullWidth: full,
    className: `${classes['button']} ${classes[look]}`,
    ...(look === 'danger' ? { color: 'red' } : {}),
    ...rest,
  };
  return href === undefined ? (
    <MantineButton type={type} {...shared}>{children}</MantineButton>
  ) : (
    <MantineButton component={Link} href={href} {...shared}>{children}</MantineButton>
  );
}

export interface IconButtonProps {
  /** The accessible name; also the tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly onClick?: MouseEventHandler<HTMLElement>;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
}

/** A square button with an icon; always named. */
export function IconButton({ label, icon, disabled = false, pressed, ...rest }: IconButtonProps) {
  return (
    <button type="button" {...rest} className={classes['icon']} aria-label={label} title={label} disabled={disabled} {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}>
      {icon}
    </button>
  );
}
