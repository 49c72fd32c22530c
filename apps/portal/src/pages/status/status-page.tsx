import { Permitted, QueryView } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { Button, EmptyState, Notice, PageLayout, Panel, Stack, Text, Time, useZone } from '@daylight/web-ui';
import { useEffect, useRef } from 'react';
import { useText } from '../../app/text.js';
import { Claims } from '../../features/availability/claims.js';
import { StatusPageDocument, type StatusPageQuery } from '../../features/availability/generated/availability.js';
import { Incidents } from '../../features/availability/incidents.js';
import { ServicePanel } from '../../features/availability/service-panel.js';
import { Works } from '../../features/availability/works.js';

/** A status page that must be asked whether it is up to date is none: news is asked for this often. */
const EVERY_MS = 60_000;

/** How the services are now, how their last ninety days were, what went wrong, and what work is to come. */
export function StatusPage() {
  const text = useText();
  return (
    <Permitted permission="outage:read" title={text('app.nav.status')}>
      <Status />
    </Permitted>
  );
}

function Status() {
  const text = useText();
  const zone = useZone();
  const [state, ask] = useQuery({ query: StatusPageDocument });
  const reload = (): void => ask({ requestPolicy: 'network-only' });
  const latest = useRef(reload);
  latest.current = reload;
  useEffect(() => {
    const timer = setInterval(() => document.hidden || latest.current(), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  const status = state.data?.status;
  return (
    <PageLayout
      title={text('app.nav.status')}
      description={
        status === undefined ? (
          text('status.lead')
        ) : (
          <>
            {text('status.asOf')} <Time at={status.asOf} withZone />
            {status.zone === zone ? null : ` · ${text('status.zone', { zone: status.zone })}`}
          </>
        )
      }
      actions={
        status === undefined ? undefined : (
          <Button href="/settings?tab=notifications">
            {text(status.subscribed ? 'status.subscribed' : 'status.subscribe')}
          </Button>
        )
      }
    >
      <QueryView state={state} onRetry={reload} lines={4} lineHeight="12rem">
        {(data) => <Body status={data.status} onChanged={reload} />}
      </QueryView>
    </PageLayout>
  );
}

interface BodyProps {
  readonly status: StatusPageQuery['status'];
  readonly onChanged: () => void;
}

function Body({ status, onChanged }: BodyProps) {
  const text = useText();
  const { services, incidents, maintenance, openExclusions, zone } = status;
  return (
    <Stack gap="l">
      <Whole services={services} />
      <Claims exclusions={openExclusions} onAnswered={onChanged} />
      {services.length === 0 ? (
        <Panel look="flush">
          <EmptyState title={text('status.services.none')}>{text('status.services.none.body')}</EmptyState>
        </Panel>
      ) : (
        services.map((service, index) => (
          <ServicePanel
            key={service.serviceItemId}
            service={service}
            incidents={incidents}
            works={maintenance}
            explained={index === 0}
          />
        ))
      )}
      <Incidents incidents={incidents} />
      <Works works={maintenance} zone={zone} />
      <Text look="small">{text('status.foot')}</Text>
    </Stack>
  );
}

/** All services in one sentence. */
function Whole({ services }: Pick<BodyProps['status'], 'services'>) {
  const text = useText();
  const hit = services.filter(({ now }) => now === 'DOWN' || now === 'DEGRADED').length;
  const blind = services.filter(({ now }) => now === 'UNMEASURED').length;
  if (services.length === 0) return null;
  if (hit > 0)
    return (
      <Notice tone="danger" title={text('status.whole.hit', { count: hit })} action={<a href="#incidents">→</a>}>
        {text('status.whole.hit.body')}
      </Notice>
    );
  if (blind > 0) return <Notice title={text('status.whole.blind', { count: blind })} />;
  return <Notice tone="ok" title={text('status.whole.good')} />;
}
