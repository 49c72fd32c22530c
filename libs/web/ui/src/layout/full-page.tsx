import { useEffect, type ReactNode } from 'react';
import { Logo } from './logo.js';
import classes from './full-page.module.css';

export interface FullPageProps {
  /** 404, 500: drawn large and quiet. */
  readonly code?: string;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** A page on its own: not found, broken. Says what happened and the way on. */
export function FullPage({ code, title, children, action }: FullPageProps) {
  useEffect(() => {
    document.title = `${title} · Daylight`;
  }, [title]);
  return (
    <div className={classes['page']}>
      <Logo />
      {code === undefined ? null : (
        <p className={classes['code']} aria-hidden>
          {code}
        </p>
      )}
      <h1 className={classes['title']}>{title}</h1>
      {children === undefined ? null : <div className={classes['text']}>{children}</div>}
      {action}
    </div>
  );
}

export interface GatePageProps {
  readonly title: string;
  readonly lead: ReactNode;
  /** Language and theme. */
  readonly tools: ReactNode;
  readonly foot?: ReactNode;
  /** Beside the form on wide screens. */
  readonly aside: ReactNode;
  readonly children: ReactNode;
}

/** The page before the door: sign in, choose a company, reset a password. */
export function GatePage({ title, lead, tools, foot, aside, children }: GatePageProps) {
  return (
    <div className={classes['gate']}>
      <div className={classes['side']}>
        <header className={classes['gateBar']}>
          <Logo size={28} />
          <div className={classes['gateTools']}>{tools}</div>
        </header>
        <main id="main" className={classes['form']}>
          <h1 className={classes['title']}>{title}</h1>
          <p className={classes['lead']}>{lead}</p>
          {children}
        </main>
        <footer className={classes['foot']}>{foot}</footer>
      </div>
      <aside className={classes['scene']}>{aside}</aside>
    </div>
  );
}
