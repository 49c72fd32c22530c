import { AppLink, ServiceStateBadge, useLocal, type ServiceState } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { Skeleton, Time } from '@daylight/web-ui';
import { IconHammer } from '@tabler/icons-react';
import { useText } from '../../app/text.js';
import { ServicesNowDocument, type ServicesNowQuery } from '../../features/availability/generated/availability.js';
import classes from './services-now.module.css';

type Status = ServicesNowQuery['status'];

/** How the services are right now, and the next work on them. It asks by itself, so that the page needn't wait for it. */
export function ServicesNow() {
  const text = useText();
  const [{ data, error }] = useQuery({ query: ServicesNowDocument });
  const status = data?.status;
  if (error !== undefined && status === undefined) return null;
  if (status === undefined)
    return (
      <div className={classes['strip']}>
        <Skeleton height="1.5rem" />
      </div>
    );
  if (status.services.length === 0) return null;
  return (
    <section className={classes['strip']} aria-label={text('home.services')}>
      <ul className={classes['services']}>
        <Services services={status.services} />
      </ul>
      <NextWork maintenance={status.maintenance} />
      <AppLink href="/status">{text('home.services.all')}</AppLink>
    </section>
  );
}

/** The worst first. */
const TROUBLES: readonly ServiceState[] = ['DOWN', 'DEGRADED', 'MAINTENANCE', 'UNMEASURED'];

/** Services that aren't whole by name; those that are, together. */
function Services({ services }: Pick<Status, 'services'>) {
  const text = useText();
  const local = useLocal();
  const troubled = services.filter(({ now }) => now !== 'OPERATIONAL');
  const well = services.length - troubled.length;
  return (
    <>
      {TROUBLES.filter((state) => troubled.some(({ now }) => now === state)).map((state) => (
        <li key={state}>
          <ServiceStateBadge state={state} />{' '}
          {troubled
            .filter(({ now }) => now === state)
            .map(({ name }) => local(name))
            .join(', ')}
        </li>
      ))}
      {well === 0 ? null : (
        <li>
          <ServiceStateBadge state="OPERATIONAL" />{' '}
          {text(troubled.length === 0 ? 'home.services.well' : 'home.services.others', { count: well })}
        </li>
      )}
    </>
  );
}

function NextWork({ maintenance }: Pick<Status, 'maintenance'>) {
  const text = useText();
  const local = useLocal();
  const [next] = maintenance
    .filter(({ state }) => state === 'ANNOUNCED' || state === 'RUNNING')
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  if (next === undefined) return null;
  return (
    <span className={classes['work']}>
      <IconHammer size={16} aria-hidden /> {text('home.services.work')} <Time at={next.startsAt} style="dayTime" />{' '}
      <AppLink href={`/status#work-${next.id}`}>{local(next.title)}</AppLink>
    </span>
  );
}
