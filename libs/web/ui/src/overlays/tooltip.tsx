import {
  cloneElement,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';
import { putBeside } from './place.js';
import classes from './tooltip.module.css';

export interface TooltipProps {
  readonly content: ReactNode;
  /** One element that can be focused. */
  readonly children: ReactElement<{ readonly 'aria-describedby'?: string | undefined }>;
}

const DELAY_MS = 200;

/** More about something, on hover and on focus; Esc closes it, and the pointer may rest on it (WCAG 1.4.13). */
export function Tooltip({ content, children }: TooltipProps) {
  const id = useId();
  const trigger = useRef<HTMLSpanElement>(null);
  const bubble = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [open, setOpen] = useState(false);
  useLayoutEffect(() => {
    if (open && bubble.current && trigger.current) putBeside(bubble.current, trigger.current, 'center');
  }, [open]);
  useEffect(() => {
    if (!open) return undefined;
    const close = (event: KeyboardEvent): void => void (event.key === 'Escape' && setOpen(false));
    const away = (): void => setOpen(false);
    document.addEventListener('keydown', close);
    globalThis.addEventListener('scroll', away, { capture: true, passive: true });
    return () => {
      document.removeEventListener('keydown', close);
      globalThis.removeEventListener('scroll', away, { capture: true });
    };
  }, [open]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const show = (after: number): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(true), after);
  };
  const hide = (): void => {
    clearTimeout(timer.current);
    setOpen(false);
  };
  return (
    <span
      ref={trigger}
      className={classes['trigger']}
      onPointerEnter={() => show(DELAY_MS)}
      onPointerLeave={hide}
      onFocus={() => show(0)}
      onBlur={hide}
    >
      {cloneElement(children, { 'aria-describedby': open ? id : undefined })}
      {open ? (
        <span ref={bubble} id={id} role="tooltip" className={classes['tooltip']}>
          {content}
        </span>
      ) : null}
    </span>
  );
}
