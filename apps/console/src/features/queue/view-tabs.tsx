import { AppLink, changedSearch } from '@daylight/web-app';
import { Kbd } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import type { QueueView } from './generated/queue.js';
import { VIEWS } from './queue-address.js';
import type { Facets } from './use-queue.js';
import classes from './view-tabs.module.css';

interface ViewTabsProps {
  readonly view: QueueView;
  readonly search: string;
  readonly facets: Facets | null;
}

/** The same filter through another glass; each is a link, with how many it would show. */
export function ViewTabs({ view, search, facets }: ViewTabsProps) {
  const text = useText();
  return (
    <nav className={classes['tabs']} aria-label={text('queue.views')}>
      {VIEWS.map((one, index) => {
        const count = facets?.views.find((known) => known.view === one)?.count;
        return (
          <AppLink
            key={one}
            href={`/queue${changedSearch(search, { view: one })}`}
            className={classes['tab']}
            {...(one === view ? { 'aria-current': 'page' as const } : {})}
          >
            {text(`queue.view.${one}`)}
            {count === undefined ? null : (
              <span className={classes['count']} data-alarm={one === 'OVERDUE' && count > 0}>
                {count}
              </span>
            )}
            <span className={classes['keys']} aria-hidden>
              <Kbd keys={`Digit${index + 1}`} />
            </span>
          </AppLink>
        );
      })}
    </nav>
  );
}
