import { Badge, type Tone } from '@daylight/web-ui';
import {
  IconActivityHeartbeat,
  IconAlertTriangle,
  IconBan,
  IconCalculator,
  IconCalendarClock,
  IconCash,
  IconCheck,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconGift,
  IconHammer,
  IconHelpCircle,
  IconMessage2Question,
  IconMinus,
  IconScale,
  IconSearch,
  IconSend,
  IconTargetArrow,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../text.js';
import type {
  AvailabilityVerdict,
  CreditState,
  ExclusionState,
  MaintenanceState,
  OutageStage,
  ServiceState,
} from './shown.js';

interface Look {
  readonly tone: Tone;
  readonly icon: ReactNode;
}

const look = (tone: Tone, icon: ReactNode): Look => ({ tone, icon });

const SERVICE: Readonly<Record<ServiceState, Look>> = {
  OPERATIONAL: look('ok', <IconCircleCheck aria-hidden />),
  DEGRADED: look('warn', <IconAlertTriangle aria-hidden />),
  DOWN: look('danger', <IconCircleX aria-hidden />),
  MAINTENANCE: look('accent', <IconHammer aria-hidden />),
  UNMEASURED: look('neutral', <IconHelpCircle aria-hidden />),
};

const STAGE: Readonly<Record<OutageStage, Look>> = {
  INVESTIGATING: look('warn', <IconSearch aria-hidden />),
  IDENTIFIED: look('warn', <IconTargetArrow aria-hidden />),
  MONITORING: look('accent', <IconActivityHeartbeat aria-hidden />),
  RESOLVED: look('ok', <IconCircleCheck aria-hidden />),
};

const EXCLUSION: Readonly<Record<ExclusionState, Look>> = {
  PROPOSED: look('warn', <IconMessage2Question aria-hidden />),
  ACCEPTED: look('ok', <IconCheck aria-hidden />),
  REJECTED: look('neutral', <IconBan aria-hidden />),
  DISPUTED: look('danger', <IconScale aria-hidden />),
  WITHDRAWN: look('neutral', <IconMinus aria-hidden />),
};

const MAINTENANCE: Readonly<Record<MaintenanceState, Look>> = {
  ANNOUNCED: look('accent', <IconCalendarClock aria-hidden />),
  RUNNING: look('warn', <IconHammer aria-hidden />),
  ENDED: look('neutral', <IconCheck aria-hidden />),
  CANCELLED: look('neutral', <IconBan aria-hidden />),
};

const CREDIT: Readonly<Record<CreditState, Look>> = {
  COMPUTED: look('neutral', <IconCalculator aria-hidden />),
  PROPOSED: look('accent', <IconSend aria-hidden />),
  ACCEPTED: look('ok', <IconCheck aria-hidden />),
  DISPUTED: look('danger', <IconScale aria-hidden />),
  WAIVED: look('neutral', <IconGift aria-hidden />),
  SETTLED: look('ok', <IconCash aria-hidden />),
};

const VERDICT: Readonly<Record<AvailabilityVerdict, Look>> = {
  REACHED: look('ok', <IconCircleCheck aria-hidden />),
  MISSED: look('danger', <IconCircleX aria-hidden />),
  NO_DATA: look('neutral', <IconCircleDashed aria-hidden />),
};

/** What a service, or an outage of it, is; by icon and word. */
export function ServiceStateBadge({ state }: { readonly state: ServiceState }) {
  const text = useText();
  return <Badge {...SERVICE[state]}>{text(`avail.state.${state}`)}</Badge>;
}

/** How far an incident is. */
export function StageBadge({ stage }: { readonly stage: OutageStage }) {
  const text = useText();
  return (
    <Badge {...STAGE[stage]} look="outline">
      {text(`avail.stage.${stage}`)}
    </Badge>
  );
}

/** What became of a claim that time shouldn't count. */
export function ExclusionBadge({ state }: { readonly state: ExclusionState }) {
  const text = useText();
  return <Badge {...EXCLUSION[state]}>{text(`avail.exclusion.${state}`)}</Badge>;
}

/** Whether work is to come, goes on, is over; and that it was never planned. */
export function MaintenanceBadges({
  window: { state, kind },
}: {
  readonly window: { readonly state: MaintenanceState; readonly kind: 'PLANNED' | 'EMERGENCY' };
}) {
  const text = useText();
  return (
    <>
      <Badge {...MAINTENANCE[state]}>{text(`avail.work.${state}`)}</Badge>
      {kind === 'EMERGENCY' ? (
        <Badge tone="danger" look="outline" icon={<IconAlertTriangle aria-hidden />}>
          {text('avail.work.EMERGENCY')}
        </Badge>
      ) : null}
    </>
  );
}

export function CreditBadge({ state }: { readonly state: CreditState }) {
  const text = useText();
  return <Badge {...CREDIT[state]}>{text(`avail.credit.${state}`)}</Badge>;
}

export function VerdictBadge({ verdict }: { readonly verdict: AvailabilityVerdict }) {
  const text = useText();
  return (
    <Badge {...VERDICT[verdict]} look="plain">
      {text(`avail.verdict.${verdict}`)}
    </Badge>
  );
}
