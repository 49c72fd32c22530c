import { Announcements, Judgements, useLocal, WindowLine } from '@daylight/web-app';
import { EmptyState, Panel, Stack } from '@daylight/web-ui';
import { IconHammer } from '@tabler/icons-react';
import { useText } from '../../app/text.js';
import type { MaintenanceWholeFragment } from './generated/availability.js';
import classes from './status.module.css';
import { WorkCalendar } from './work-calendar.js';

interface WorksProps {
  readonly works: readonly MaintenanceWholeFragment[];
  readonly zone: string;
}

const isToCome = ({ state }: MaintenanceWholeFragment): boolean => state === 'ANNOUNCED' || state === 'RUNNING';

/** Work on the services: what is to come first, the next one on top; then what was. */
export function Works({ works, zone }: WorksProps) {
  const text = useText();
  const toCome = works.filter(isToCome).sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  const past = works.filter((work) => !isToCome(work));
  return (
    <Panel title={text('status.work')} description={text('status.work.lead')} look="flush" anchor="work">
      {works.length === 0 ? (
        <EmptyState compact icon={<IconHammer stroke={1.5} />} title={text('status.work.none')} />
      ) : (
        <>
          <WorkCalendar windows={works} zone={zone} />
          <ol className={classes['incidents']}>
            {[...toCome, ...past].map((work) => (
              <li key={work.id} id={`work-${work.id}`}>
                <Work work={work} />
              </li>
            ))}
          </ol>
        </>
      )}
    </Panel>
  );
}

function Work({ work }: { readonly work: MaintenanceWholeFragment }) {
  const text = useText();
  const local = useLocal();
  return (
    <article>
      <Stack gap="s">
        <WindowLine window={work} title={<h3 className={classes['title']}>{local(work.title)}</h3>} />
        <p>{local(work.description)}</p>
        {work.cancelReason === null ? null : <p>{text('status.work.cancelled', { reason: work.cancelReason })}</p>}
        {work.state === 'CANCELLED' ? null : <Judgements services={work.services} />}
        <details>
          <summary>{text('status.work.told', { count: work.announcements.length })}</summary>
          <Announcements window={work} />
        </details>
      </Stack>
    </article>
  );
}
