import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useLinkComponent } from '../ui-provider.js';
import classes from './page-layout.module.css';

export interface PageLayoutProps {
  readonly title: ReactNode;
  /** For the browser's tab, when the title isn't plain text. */
  readonly documentTitle?: string;
  readonly description?: ReactNode;
  /** Where this page belongs: the way back. */
  readonly back?: { readonly href: string; readonly label: string };
  /** Buttons; the primary one last. */
  readonly actions?: ReactNode;
  /** Beside the content on wide screens, below it on narrow ones. */
  readonly aside?: ReactNode;
  /** `wide` for queues, `reading` for forms and text. */
  readonly width?: 'page' | 'wide' | 'reading';
  readonly children: ReactNode;
}

/** A page: its name, what can be done, its content. Sets the document's title. */
export function PageLayout({
  title,
  documentTitle,
  description,
  back,
  actions,
  aside,
  width = 'page',
  children,
}: PageLayoutProps) {
  const Link = useLinkComponent();
  const name = documentTitle ?? (typeof title === 'string' ? title : null);
  useEffect(() => {
    if (name !== null) document.title = `${name} · Daylight`;
  }, [name]);
  return (
    <div className={classes['page']} data-width={width}>
      <header className={classes['header']}>
        <div className={classes['heading']}>
          {back === undefined ? null : (
            <Link href={back.href} className={classes['back']}>
              ← {back.label}
            </Link>
          )}
          <h1 className={classes['title']}>{title}</h1>
          {description === undefined ? null : <div className={classes['description']}>{description}</div>}
        </div>
        {actions === undefined ? null : <div className={classes['actions']}>{actions}</div>}
      </header>
      <div className={aside === undefined ? classes['single'] : classes['split']}>
        <div className={classes['content']}>{children}</div>
        {aside === undefined ? null : <aside className={classes['aside']}>{aside}</aside>}
      </div>
    </div>
  );
}

export interface PanelProps {
  readonly title?: ReactNode;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** `flush` for tables and lists that reach the edges. */
  readonly look?: 'padded' | 'flush';
  /** Where links from elsewhere lead: `#anchor`. */
  readonly anchor?: string;
  /** What the address names: the panel of that anchor is scrolled to once. */
  readonly named?: string | null;
}

/** A titled part of a page on its own paper. */
export function Panel({ title, description, actions, children, look = 'padded', anchor, named = null }: PanelProps) {
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  const isNamed = anchor !== undefined && anchor === named;
  useEffect(() => {
    if (isNamed) panel.current?.scrollIntoView();
  }, [isNamed]);
  return (
    <section
      ref={panel}
      id={anchor}
      className={classes['panel']}
      data-look={look}
      aria-labelledby={title === undefined ? undefined : id}
    >
      {title === undefined ? null : (
        <header className={classes['panelHeader']}>
          <div>
            <h2 id={id} className={classes['panelTitle']}>
              {title}
            </h2>
            {description === undefined ? null : <p className={classes['panelDescription']}>{description}</p>}
          </div>
          {actions}
        </header>
      )}
      <div className={classes['panelBody']}>{children}</div>
    </section>
  );
}
