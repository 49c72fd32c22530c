import '@mantine/core/styles/Tooltip.layer.css';
import { Tooltip as MantineTooltip } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import classes from './tooltip.module.css';

export interface TooltipProps {
  readonly content: ReactNode;
  /** One element that takes a ref and can be focused. */
  readonly children: ReactElement;
}

/** More about something, on hover and on focus; Esc closes it, and the pointer may rest on it (WCAG 1.4.13). */
export function Tooltip({ content, children }: TooltipProps) {
  return (
    <MantineTooltip label={content} multiline openDelay={200} events={{ hover: true, focus: true, touch: true }} transitionProps={{ duration: 0 }} classNames={{ tooltip: classes['tooltip'] ?? '' }}>
      {children}
    </MantineTooltip>
  );
}
