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

/** A button, or a link that looks like one when it has an `href`. One primary per page. */
export function Button({
  look = 'secondary',
  size = 'medium',
  icon,
  busy = false,
  disabled = false,
  full = false,
  keys,
  href,
  children,
  type = 'button',
  onClick,
  ...rest
}: ButtonProps) {
  const Link = useLinkComponent();
  const shared = {
    ...rest,
    className: classes['button'] ?? '',
    'data-look': look,
    'data-size': size,
    'data-full': full,
    'data-busy': busy,
    ...(onClick === undefined ? {} : { onClick }),
  };
  const content = (
    <>
      {icon}
      <span className={classes['label']}>{children}</span>
      {keys === undefined ? null : <Kbd keys={keys} />}
      {busy ? <span className={classes['spinner']} aria-hidden /> : null}
    </>
  );
  if (href !== undefined)
    return (
      <Link href={href} {...shared}>
        {content}
      </Link>
    );
  return (
    <button type={type} disabled={disabled || busy} aria-busy={busy} {...shared}>
      {content}
    </button>
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
    <button
      type="button"
      {...rest}
      className={classes['icon']}
      aria-label={label}
      title={label}
      disabled={disabled}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
    >
      {icon}
    </button>
  );
}
