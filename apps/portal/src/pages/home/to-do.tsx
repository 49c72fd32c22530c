import { formatLocalDate } from '@daylight/web-format';
import { EmptyState, Link, Panel, useLanguage } from '@daylight/web-ui';
import { IconChecks, IconFileText, IconMessageQuestion, IconPresentation } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../app/text.js';
import type { HomePageQuery } from './generated/home.js';
import classes from './to-do.module.css';

interface Task {
  readonly id: string;
  readonly icon: ReactNode;
  readonly href: string;
  readonly title: string;
  readonly note: string;
}

/** What waits for the reader: answers, amendments to agree, reviews to sign, resolutions to confirm. */
function useTasks(data: HomePageQuery, may: (permission: string) => boolean): readonly Task[] {
  const text = useText();
  const language = useLanguage();
  const answers = data.waiting.edges.map(({ node }) => ({
    id: node.id,
    icon: <IconMessageQuestion size={20} stroke={1.75} aria-hidden />,
    href: `/tickets/${node.id}`,
    title: node.subject,
    note: text('home.task.answer', { key: node.key }),
  }));
  const amendments = (data.pendingAmendments ?? [])
    .filter(({ version }) => may('contract:agree') && version.awaiting.includes('CLIENT'))
    .map(({ version, contract }) => ({
      id: version.id,
      icon: <IconFileText size={20} stroke={1.75} aria-hidden />,
      href: `/contracts/versions/${version.id}`,
      title: text('contract.ordinal', { title: contract.title, ordinal: version.ordinal }),
      note: text('home.task.agree', {
        ordinal: version.ordinal,
        date: formatLocalDate(version.effectiveFromDate, language),
      }),
    }));
  const reviews = (data.reviews?.edges ?? [])
    .filter(({ node }) => may('review:sign') && node.awaiting.includes('CLIENT'))
    .map(({ node }) => ({
      id: node.id,
      icon: <IconPresentation size={20} stroke={1.75} aria-hidden />,
      href: `/reviews/${node.id}`,
      title: text('review.of', { period: node.period.label }),
      note: text('home.task.sign'),
    }));
  const resolved = data.resolved.edges.map(({ node }) => ({
    id: node.id,
    icon: <IconChecks size={20} stroke={1.75} aria-hidden />,
    href: `/tickets/${node.id}`,
    title: node.subject,
    note: text('home.task.confirm', { key: node.key }),
  }));
  return [...answers, ...amendments, ...reviews, ...resolved];
}

export function ToDo({ data, may }: { readonly data: HomePageQuery; readonly may: (permission: string) => boolean }) {
  const text = useText();
  const tasks = useTasks(data, may);
  return (
    <Panel title={text('home.tasks')} look="flush">
      {tasks.length === 0 ? (
        <EmptyState compact icon={<IconChecks stroke={1.5} />} title={text('home.tasks.none')} />
      ) : (
        <ul className={classes['list']}>
          {tasks.map(({ id, icon, href, title, note }) => (
            <li key={id} className={classes['item']}>
              {icon}
              <span className={classes['what']}>
                <Link href={href}>{title}</Link>
                <span className={classes['note']}>{note}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
