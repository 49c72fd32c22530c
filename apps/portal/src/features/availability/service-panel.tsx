import { FigureTable, ServiceStateBadge, useLocal } from '@daylight/web-app';
import type { StripDay } from '@daylight/web-charts';
import { formatDuration } from '@daylight/web-format';
import { DayStrip, EmptyState, Panel, Row, Stack, Text, Time, useLanguage } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import type { MaintenanceWholeFragment, OutageWholeFragment, ServiceStripFragment } from './generated/availability.js';
import classes from './status.module.css';
import { lossOf, stripDays, STRIP_DAYS } from './strip-days.js';

interface ServicePanelProps {
  readonly service: ServiceStripFragment;
  readonly incidents: readonly OutageWholeFragment[];
  readonly works: readonly MaintenanceWholeFragment[];
  /** Whether its strip says what bars mean. */
  readonly explained: boolean;
}

/** One service: what it is now, its ninety days, and what its months came to. */
export function ServicePanel({ service, incidents, works, explained }: ServicePanelProps) {
  const text = useText();
  const local = useLocal();
  const days = stripDays(service.days);
  const loss = lossOf(days);
  const name = local(service.name);
  const about = ({ date }: StripDay) => {
    const day = service.days.find((one) => one.date === date);
    return <What incidents={pick(incidents, day?.outageIds)} works={pick(works, day?.maintenanceIds)} />;
  };
  return (
    <Panel title={name} actions={<Now service={service} />}>
      <Stack gap="m">
        {days.length === 0 ? (
          <EmptyState compact title={text('status.days.none')} />
        ) : (
          <DayStrip
            title={text('status.days', { name, days: STRIP_DAYS })}
            finding={<Finding loss={loss} />}
            days={days}
            about={about}
            explained={explained}
          />
        )}
        {service.figures.length === 0 ? (
          <Text look="small">{text('status.figures.none')}</Text>
        ) : (
          <div className={classes['flush']}>
            <FigureTable caption={text('status.figures', { name })} figures={service.figures} by="period" />
          </div>
        )}
      </Stack>
    </Panel>
  );
}

const pick = <Item extends { readonly id: string }>(
  items: readonly Item[],
  ids: readonly string[] | undefined,
): readonly Item[] => items.filter(({ id }) => ids?.includes(id) === true);

/** The ninety days in words; what wasn't measured is never called good. */
function Finding({ loss: { days, ms, blindDays, blind } }: { readonly loss: ReturnType<typeof lossOf> }) {
  const text = useText();
  const language = useLanguage();
  if (blind) return text('status.days.blind');
  const said =
    days === 0 ? text('status.days.good') : text('status.days.loss', { days, time: formatDuration(ms, language) });
  return blindDays === 0 ? said : `${said} ${text('status.days.partlyBlind', { days: blindDays })}`;
}

function Now({ service: { now, since } }: Pick<ServicePanelProps, 'service'>) {
  const text = useText();
  return (
    <Row gap="xs">
      <ServiceStateBadge state={now} />
      {since === null || now === 'OPERATIONAL' ? null : (
        <Text look="small">
          {text('status.since')} <Time at={since} style="dayTime" />
        </Text>
      )}
    </Row>
  );
}

/** What happened on a day, and where it is told. */
function What({ incidents, works }: Pick<ServicePanelProps, 'incidents' | 'works'>) {
  const local = useLocal();
  if (incidents.length + works.length === 0) return null;
  return (
    <Row gap="m">
      {incidents.map(({ id, title }) => (
        <a key={id} href={`#outage-${id}`}>
          {local(title)}
        </a>
      ))}
      {works.map(({ id, title }) => (
        <a key={id} href={`#work-${id}`}>
          {local(title)}
        </a>
      ))}
    </Row>
  );
}
