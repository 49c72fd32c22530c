import { AppLink, QueryTrouble, useAddress } from '@daylight/web-app';
import { Button, EmptyState, Panel, Skeleton } from '@daylight/web-ui';
import type { ReactNode } from 'react';
import { useText } from '../../app/text.js';
import { More } from '../page/more.js';
import type { Pages } from '../page/use-pages.js';
import classes from './mail-list.module.css';

interface MailSplitProps<Mail extends { readonly id: string }> {
  readonly pages: Pages<Mail>;
  /** Those of the pages that are shown. */
  readonly rows: readonly Mail[];
  /** The one that is open, by `?mail=`. */
  readonly open: Mail | undefined;
  readonly hrefOf: (mail: Mail) => string;
  readonly line: (mail: Mail) => ReactNode;
  readonly reader: (mail: Mail) => ReactNode;
  /** What stands in place of the list, and of the mail, where there is none. */
  readonly empty: { readonly icon: ReactNode; readonly title: string; readonly body: string };
  readonly chooseIcon: ReactNode;
}

/** A list of mail with the open one beside it; a narrow screen shows one of the two, and the way back. */
export function MailSplit<Mail extends { readonly id: string }>(props: MailSplitProps<Mail>) {
  const { pages, rows, open, hrefOf, line, reader, empty, chooseIcon } = props;
  const text = useText();
  const address = useAddress();
  const none = rows.length === 0;
  return (
    <div className={classes['split']} data-open={open !== undefined}>
      <div>
        <Panel look="flush">
          {pages.error !== null && none ? <QueryTrouble error={pages.error} onRetry={pages.reload} /> : null}
          {pages.loading && none ? <Skeleton height="3.5rem" lines={8} /> : null}
          {!pages.loading && pages.error === null && none ? (
            <EmptyState icon={empty.icon} title={empty.title}>
              {empty.body}
            </EmptyState>
          ) : null}
          <ul className={classes['list']}>
            {rows.map((mail) => (
              <li key={mail.id}>
                <AppLink
                  href={hrefOf(mail)}
                  className={classes['mail']}
                  {...(mail === open ? { 'aria-current': true as const } : {})}
                >
                  {line(mail)}
                </AppLink>
              </li>
            ))}
          </ul>
        </Panel>
        <More pages={pages} />
      </div>
      <div>
        {open === undefined ? (
          <Panel>
            <EmptyState compact icon={chooseIcon} title={text('mailbox.choose')} />
          </Panel>
        ) : (
          <>
            <p className={classes['back']}>
              <Button look="quiet" size="small" onClick={() => address.set({ mail: null })}>
                {text('mailbox.back')}
              </Button>
            </p>
            {reader(open)}
          </>
        )}
      </div>
    </div>
  );
}
