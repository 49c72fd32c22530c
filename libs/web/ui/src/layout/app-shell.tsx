import { IconMenu2, IconX } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { IconButton } from '../forms/button.js';
import { Kbd } from '../keyboard/kbd.js';
import { useUiText } from '../text/ui-text.js';
import { useLinkComponent } from '../ui-provider.js';
import { Logo } from './logo.js';
import classes from './app-shell.module.css';

export interface NavItem {
  readonly href: string;
  readonly label: string;
  readonly icon: ReactNode;
  readonly active: boolean;
  /** Shown beside the label, e.g. what waits. */
  readonly count?: number;
  /** Its shortcut, as in `Hotkey.keys`. */
  readonly keys?: string;
}

export interface AppShellProps {
  /** `rail`: staff, on the left; `top`: clients, across. */
  readonly kind: 'rail' | 'top';
  readonly home: string;
  /** Beside the logo: "콘솔". */
  readonly product?: string;
  readonly nav: readonly NavItem[];
  /** Tenant switcher, language, theme, account: at the end of the bar or the foot of the rail. */
  readonly tools: ReactNode;
  /** Search and the primary button. */
  readonly lead?: ReactNode;
  readonly banner?: ReactNode;
  /** The current path: a change closes the open menu on a phone. */
  readonly path: string;
  readonly children: ReactNode;
}

/** The frame of an app. */
export function AppShell({ kind, home, product, nav, tools, lead, banner, path, children }: AppShellProps) {
  const text = useUiText();
  const Link = useLinkComponent();
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [path]);
  return (
    <div className={classes['shell']} data-kind={kind} data-open={open}>
      <SkipLink />
      <header className={classes['bar']}>
        <div className={classes['brand']}>
          <Link href={home} className={classes['logo']} aria-label="Daylight">
            <Logo />
          </Link>
          {product === undefined ? null : <span className={classes['product']}>{product}</span>}
          <span className={classes['burger']}>
            <IconButton
              label={text(open ? 'ui.menu.close' : 'ui.menu.open')}
              icon={open ? <IconX size={20} /> : <IconMenu2 size={20} />}
              onClick={() => setOpen(!open)}
            />
          </span>
        </div>
        <div className={classes['fold']}>
          {lead === undefined ? null : <div className={classes['lead']}>{lead}</div>}
          <nav className={classes['nav']} aria-label={text('ui.nav.main')}>
            {nav.map((item) => (
              <Link
                key={item.href}
                href={item.href}
                className={classes['item']}
                {...(item.active ? { 'aria-current': 'page' as const } : {})}
              >
                <span className={classes['icon']} aria-hidden>
                  {item.icon}
                </span>
                <span className={classes['label']}>{item.label}</span>
                {item.count === undefined || item.count === 0 ? null : (
                  <span className={classes['count']}>{item.count}</span>
                )}
                {item.keys === undefined ? null : (
                  <span className={classes['keys']} aria-hidden>
                    <Kbd keys={item.keys} />
                  </span>
                )}
              </Link>
            ))}
          </nav>
          <div className={classes['tools']}>{tools}</div>
        </div>
      </header>
      <div className={classes['main']}>
        {banner}
        <main id="main" tabIndex={-1} className={classes['content']}>
          {children}
        </main>
      </div>
    </div>
  );
}

/** Lets a keyboard user pass the navigation. */
export function SkipLink() {
  const text = useUiText();
  return (
    <a href="#main" className={classes['skip']}>
      {text('ui.skip')}
    </a>
  );
}
