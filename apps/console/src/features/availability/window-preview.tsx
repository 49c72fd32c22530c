import { Judgements } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { Notice, Skeleton, Stack, Time } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import {
  MaintenancePreviewDocument,
  type MaintenanceKind,
  type ServiceJudgedFragment,
} from './generated/maintenance.js';

interface WindowPreviewProps {
  readonly tenantId: string;
  readonly serviceItemIds: readonly string[];
  readonly kind: MaintenanceKind;
  readonly startsAt: string;
  readonly endsAt: string;
  /** The window that is moved; null: a new one. */
  readonly windowId: string | null;
}

/** The first start that keeps the notice for all services, if it were announced now; null: none is asked, or known. */
function countsFrom(services: readonly ServiceJudgedFragment[]): string | null {
  const starts = services.flatMap(({ judgement }) => judgement.plannedFrom ?? []);
  return starts.sort().at(-1) ?? null;
}

/** What the work would count as if the announcement reached the client now: said before anybody is told. */
export function WindowPreview(props: WindowPreviewProps) {
  const text = useText();
  const variables = { ...props, serviceItemIds: [...props.serviceItemIds] };
  const [{ data, error }] = useQuery({ query: MaintenancePreviewDocument, variables });
  if (error !== undefined) return <Notice tone="warn">{text('work.preview.none')}</Notice>;
  if (data === undefined) return <Skeleton height="1.5rem" lines={3} />;
  const services = data.maintenancePreview;
  const from = countsFrom(services);
  const whole = services.every(({ judgement }) => judgement.reason === null);
  return (
    <Notice tone={whole ? 'ok' : 'warn'} title={text(whole ? 'work.preview.planned' : 'work.preview.unplanned')} live>
      <Stack gap="xs">
        {from === null || props.kind === 'EMERGENCY' ? null : (
          <p>
            {text('work.preview.from')} <Time at={from} withZone />
          </p>
        )}
        <Judgements services={services} />
        <p>{text('work.preview.delivery')}</p>
      </Stack>
    </Notice>
  );
}
