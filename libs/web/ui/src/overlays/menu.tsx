import {
  cloneElement,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
} from 'react';
import { isComposing } from '../keyboard/combo.js';
import { Kbd } from '../keyboard/kbd.js';
import { useLinkComponent } from '../ui-provider.js';
import classes from './menu.module.css';
import { putBeside } from './place.js';

export interface MenuEntry {
  readonly id: string;
  readonly label: ReactNode;
  readonly icon?: ReactNode;
  readonly keys?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  /** The current choice, in a menu that switches something. */
  readonly checked?: boolean;
  readonly href?: string;
  readonly onSelect?: () => void;
}

interface TriggerProps {
  readonly onClick?: () => void;
  readonly 'aria-haspopup'?: 'menu';
  readonly 'aria-expanded'?: boolean;
}

export interface MenuProps {
  /** A button (ours or a plain one); it gets the menu's ARIA attributes and its click. */
  readonly trigger: ReactElement<TriggerProps>;
  readonly heading?: ReactNode;
  /** Groups are divided by a line. */
  readonly groups: readonly (readonly MenuEntry[])[];
  readonly align?: 'start' | 'end';
}

/** Actions behind a button: arrows, Home and End move, Esc closes and gives the focus back. */
export function Menu({ trigger, heading, groups, align = 'end' }: MenuProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const close = (giveBack: boolean): void => {
    setOpen(false);
    if (giveBack) anchor.current?.querySelector<HTMLElement>('button, a')?.focus();
  };
  useLayoutEffect(() => {
    if (!open || !list.current || !anchor.current) return;
    putBeside(list.current, anchor.current, align);
    items(list.current)[0]?.focus({ preventScroll: true });
  }, [open, align]);
  useEffect(() => {
    if (!open) return undefined;
    const outside = (event: Event): void => {
      if (event.target instanceof Node && !anchor.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    globalThis.addEventListener('scroll', outside, { capture: true, passive: true });
    return () => {
      document.removeEventListener('pointerdown', outside);
      globalThis.removeEventListener('scroll', outside, { capture: true });
    };
  }, [open]);
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (isComposing(event.nativeEvent)) return;
    if (event.code === 'Tab') setOpen(false);
    else if (event.code === 'Escape') close(true);
    else if (!moveFocus(event.currentTarget, event.code)) return;
    else event.preventDefault();
    event.stopPropagation();
  }
  return (
    <span ref={anchor} className={classes['anchor']}>
      {cloneElement(trigger, { onClick: () => setOpen(!open), 'aria-haspopup': 'menu', 'aria-expanded': open })}
      {open ? (
        <div ref={list} role="menu" tabIndex={-1} className={classes['dropdown']} onKeyDown={onKeyDown}>
          {heading === undefined ? null : <p className={classes['heading']}>{heading}</p>}
          {groups.map((group, index) => (
            <Group
              key={group[0]?.id ?? index}
              entries={group}
              divided={index > 0 || heading !== undefined}
              onDone={close}
            />
          ))}
        </div>
      ) : null}
    </span>
  );
}

function Group({
  entries,
  divided,
  onDone,
}: {
  readonly entries: readonly MenuEntry[];
  readonly divided: boolean;
  readonly onDone: (giveBack: boolean) => void;
}) {
  const Link = useLinkComponent();
  const prefix = useId();
  return (
    <div role="group" data-divided={divided} className={classes['group']}>
      {entries.map((entry) => {
        const select = (): void => {
          onDone(entry.href === undefined);
          entry.onSelect?.();
        };
        const shared = {
          id: `${prefix}-${entry.id}`,
          tabIndex: -1,
          className: classes['item'] ?? '',
          'data-danger': entry.danger === true,
          onClick: select,
        };
        const role =
          entry.checked === undefined ? { role: 'menuitem' } : { role: 'menuitemradio', 'aria-checked': entry.checked };
        const content = (
          <>
            {entry.icon === undefined ? null : (
              <span className={classes['icon']} aria-hidden>
                {entry.icon}
              </span>
            )}
            <span className={classes['label']}>{entry.label}</span>
            {entry.checked === true ? <span aria-hidden>✓</span> : null}
            {entry.keys === undefined ? null : <Kbd keys={entry.keys} />}
          </>
        );
        if (entry.href !== undefined)
          return (
            <Link key={entry.id} href={entry.href} {...role} {...shared}>
              {content}
            </Link>
          );
        return (
          <button key={entry.id} type="button" disabled={entry.disabled === true} {...role} {...shared}>
            {content}
          </button>
        );
      })}
    </div>
  );
}

const items = (menu: HTMLElement): readonly HTMLElement[] => [
  ...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]:not(:disabled)'),
];

/** Moves the focus within the menu; false when the key is none of its. */
function moveFocus(menu: HTMLElement, code: string): boolean {
  const all = items(menu);
  const at = all.findIndex((item) => item === document.activeElement);
  const next = new Map([
    ['ArrowDown', at + 1],
    ['ArrowUp', at - 1],
    ['Home', 0],
    ['End', -1],
  ]).get(code);
  if (next === undefined) return false;
  all.at(next === all.length ? 0 : next)?.focus();
  return true;
}
