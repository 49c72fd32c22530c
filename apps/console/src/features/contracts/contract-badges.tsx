import { Badge, type Tone } from '@daylight/web-ui';
import { IconCircleCheck, IconCircleX, IconClock, IconPencil, IconSend } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../app/text.js';
import type { ContractVersionState, VersionLineFragment } from './generated/contracts.js';

const LOOK: Readonly<Record<ContractVersionState, readonly [Tone, ReactNode]>> = {
  DRAFT: ['neutral', <IconPencil key="i" aria-hidden />],
  PROPOSED: ['accent', <IconSend key="i" aria-hidden />],
  AGREED: ['ok', <IconCircleCheck key="i" aria-hidden />],
  REJECTED: ['danger', <IconCircleX key="i" aria-hidden />],
  WITHDRAWN: ['neutral', <IconCircleX key="i" aria-hidden />],
};

/** How far a version has come. */
export function VersionBadge({ state }: { readonly state: ContractVersionState }) {
  const text = useText();
  const [tone, icon] = LOOK[state];
  return (
    <Badge tone={tone} icon={icon}>
      {text(`contract.state.${state}`)}
    </Badge>
  );
}

/** Where a version stands on the calendar, with the days that matter next. */
export function TermBadge({ version }: { readonly version: Pick<VersionLineFragment, 'term'> }) {
  const text = useText();
  const { phase, daysLeft } = version.term;
  const soon = daysLeft !== null && daysLeft <= 90;
  const tone: Tone =
    phase === 'HOLDOVER' || soon ? 'warn' : phase === 'ENDED' || phase === 'NOT_AGREED' ? 'neutral' : 'ok';
  const left =
    daysLeft !== null && daysLeft >= 0 && phase !== 'ENDED'
      ? ` · ${text('contract.daysLeft', { days: daysLeft })}`
      : '';
  return (
    <Badge
      tone={tone}
      look="outline"
      {...(soon ? { icon: <IconClock aria-hidden /> } : {})}
    >{`${text(`contract.phase.${phase}`)}${left}`}</Badge>
  );
}
