import type { ReactNode } from 'react';
import classes from './badge.module.css';

export type Tone = 'neutral' | 'accent' | 'ok' | 'warn' | 'danger';

export interface BadgeProps {
  readonly tone?: Tone;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  /** `outline` for facts of lesser weight beside a filled one. */
  readonly look?: 'soft' | 'outline' | 'plain';
  readonly title?: string;
}

/** A short fact: icon, words, hue; never the hue alone. */
export function Badge({ tone = 'neutral', icon, children, look = 'soft', title }: BadgeProps) {
  return (
    <span className={classes['badge']} data-tone={tone} data-look={look} {...(title === undefined ? {} : { title })}>
      {icon}
      <span>{children}</span>
    </span>
  );
}
