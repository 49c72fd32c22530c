import { Badge, type Tone } from '@daylight/web-ui';
import { IconArrowRight, IconCircleCheck, IconCircleDot, IconCircleX, IconFlask } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../app/text.js';
import type { TenantStage } from './generated/clients.js';

const LOOK: Readonly<Record<TenantStage, readonly [Tone, ReactNode]>> = {
  PROSPECT: ['neutral', <IconCircleDot key="i" aria-hidden />],
  PILOT: ['accent', <IconFlask key="i" aria-hidden />],
  ACTIVE: ['ok', <IconCircleCheck key="i" aria-hidden />],
  LEAVING: ['warn', <IconArrowRight key="i" aria-hidden />],
  CLOSED: ['neutral', <IconCircleX key="i" aria-hidden />],
};

/** Where a client stands with the provider. */
export function StageBadge({ stage }: { readonly stage: TenantStage }) {
  const text = useText();
  const [tone, icon] = LOOK[stage];
  return (
    <Badge tone={tone} icon={icon}>
      {text(`client.stage.${stage}`)}
    </Badge>
  );
}
