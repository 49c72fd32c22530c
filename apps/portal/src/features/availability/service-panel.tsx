import { FigureTable, ServiceStateBadge, useLocal } from '@daylight/web-app';
import type { StripDay } from '@daylight/web-charts';
import { formatDuration } from '@daylight/web-format';
import { DayStrip, EmptyState, Panel, Row, Stack, Text, Time, useLanguage } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import type { MaintenanceWholeFragment, OutageWholeFragment, ServiceStripFragment } from './generated/availability.js';
import { lossOf, stripDays, STRIP_DAYS } from './strip-days.js';

interface ServicePanelProps {
  readonly service: ServiceStripFragment;
  readonly incidents: readonly OutageWholeFragment[];
  readonly works: readonly MaintenanceWholeFragment[];
}

/** One service: what it is now, its ninety days, and what its months came to. */
export function ServicePanel({ service, incidents, works }: ServicePanelProps) {
  const text = useText();
  const local = useLocal();
  const language = useLanguage();
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
            finding={
              loss.days === 0
                ? text('status.days.good')
                : text('status.days.loss', { days: loss.days, time: formatDuration(loss.ms, language) })
            }
            days={days}
            about={about}
          />
        )}
        {service.figures.length === 0 ? (
          <Text look="small">{text('status.figures.none')}</Text>
        ) : (
          <FigureTable caption={text('status.figures', { name })} figures={service.figures} by="period" />
        )}
      </Stack>
    </Panel>
  );
}

const pick = <Item extends { readonly id: string }>(
  items: readonly Item[],
  ids: readonly string[] | undefined,
): readonly Item[] => items.filter(({ id }) => ids?.includes(id) === true);

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
function What({ incidents, works }: Omit<ServicePanelProps, 'service'>) {
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
