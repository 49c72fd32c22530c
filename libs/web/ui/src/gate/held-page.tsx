import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import classes from './held-page.module.css';

export interface HeldPageProps {
  /** The door that stands before the page for now; null: the way is free. */
  readonly door: ReactNode;
  readonly children: ReactNode;
}

/** A page that stays as it is behind a door, with all that was typed, until its reader has signed in again. */
export function HeldPage({ door, children }: HeldPageProps) {
  return (
    <>
      <div inert={door !== null}>{children}</div>
      {door === null ? null : <Door>{door}</Door>}
    </>
  );
}

function Door({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  // Before the door names itself in the browser's tab; the page has its name back when the door goes.
  useLayoutEffect(() => {
    const title = document.title;
    return () => {
      document.title = title;
    };
  }, []);
  useEffect(() => {
    const before = document.activeElement;
    place.current?.querySelector<HTMLElement>('input')?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <div ref={place} className={classes['door']}>
      {children}
    </div>
  );
}
