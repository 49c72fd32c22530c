import { IconChevronDown, IconX } from '@tabler/icons-react';
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Checkbox } from '../forms/checkbox.js';
import { isComposing } from '../keyboard/combo.js';
import type { matches } from '../keyboard/hangul-search.js';
import { putBeside } from '../overlays/place.js';
import { useUiText } from '../text/ui-text.js';
import classes from './facet-menu.module.css';

export interface FacetValue {
  readonly value: string;
  readonly label: string;
  readonly count?: number;
}

export interface FacetMenuProps {
  readonly label: string;
  readonly values: readonly FacetValue[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

const SEARCH_FROM = 9;

/** One dimension to filter by: several values, each with how many it would leave. Stays open while choosing. */
export function FacetMenu({ label, values, chosen, onChange }: FacetMenuProps) {
  const text = useUiText();
  const anchor = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const close = (giveBack: boolean): void => {
    setOpen(false);
    if (giveBack) anchor.current?.querySelector('button')?.focus();
  };
  useFloating(open, anchor, panel, () => setOpen(false));
  const names = chosen.map((value) => values.find((one) => one.value === value)?.label ?? value);
  function onKeyDown(event: KeyboardEvent): void {
    if (event.code !== 'Escape' || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    event.stopPropagation();
    close(true);
  }
  return (
    <div ref={anchor} className={classes['facet']} data-chosen={chosen.length > 0}>
      <button
        type="button"
        className={classes['trigger']}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {names.length === 0 ? (
          label
        ) : (
          <>
            <span className={classes['name']}>{label}</span>{' '}
            <span className={classes['values']}>
              {names.length > 2 ? text('ui.facet.more', { first: names[0], more: names.length - 1 }) : names.join(', ')}
            </span>
          </>
        )}
        <IconChevronDown size={15} aria-hidden />
      </button>
      {names.length === 0 ? null : (
        <button
          type="button"
          className={classes['clear']}
          aria-label={text('ui.facet.clear', { name: label })}
          onClick={() => onChange([])}
        >
          <IconX size={14} aria-hidden />
        </button>
      )}
      {open ? (
        <div ref={panel} role="dialog" aria-label={label} className={classes['panel']} onKeyDown={onKeyDown}>
          <Choices label={label} values={values} chosen={chosen} onChange={onChange} />
        </div>
      ) : null}
    </div>
  );
}

/** How names are searched, Hangul by its parts: fetched with the menu, not with the page. */
function useMatches(): typeof matches {
  const [found, setFound] = useState<{ readonly matches: typeof matches } | null>(null);
  useEffect(() => void import('../keyboard/hangul-search.js').then(setFound), []);
  return found?.matches ?? (() => true);
}

function Choices({ label, values, chosen, onChange }: FacetMenuProps) {
  const text = useUiText();
  const isMatch = useMatches();
  const [typed, setTyped] = useState('');
  const known = [
    ...values,
    ...chosen
      .filter((value) => !values.some((one) => one.value === value))
      .map((value) => ({ value, label: value, count: 0 })),
  ];
  const shown = known.filter((one) => isMatch(one.label, typed));
  const toggle = (value: string): void =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <>
      {known.length < SEARCH_FROM ? null : (
        <input
          className={classes['search']}
          aria-label={text('ui.facet.search', { name: label })}
          placeholder={text('ui.facet.search', { name: label })}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      {shown.length === 0 ? <p className={classes['none']}>{text('ui.search.nothing')}</p> : null}
      {shown.map(({ value, label: name, count }) => (
        <div key={value} className={classes['choice']}>
          <Checkbox label={name} checked={chosen.includes(value)} onChange={() => toggle(value)} />
          {count === undefined ? null : <span className={classes['count']}>{count}</span>}
        </div>
      ))}
    </>
  );
}

type Ref = { readonly current: HTMLElement | null };

/** Puts the panel beside its trigger, focuses into it, closes it from outside. */
function useFloating(open: boolean, anchor: Ref, panel: Ref, onClose: () => void): void {
  useLayoutEffect(() => {
    if (!open || !panel.current || !anchor.current) return;
    putBeside(panel.current, anchor.current, 'start');
    panel.current.querySelector<HTMLElement>('input')?.focus({ preventScroll: true });
  }, [open, anchor, panel]);
  useEffect(() => {
    if (!open) return undefined;
    const outside = (event: Event): void => {
      if (event.target instanceof Node && !anchor.current?.contains(event.target)) onClose();
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    globalThis.addEventListener('scroll', outside, { capture: true, passive: true });
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
      globalThis.removeEventListener('scroll', outside, { capture: true });
    };
  });
}
