import { Badge, type Tone } from '@daylight/web-ui';
import { IconPencil, IconSignature, IconSend } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../app/text.js';
import type { ReviewStatus } from './generated/reviews.js';

const LOOK: Readonly<Record<ReviewStatus, readonly [Tone, ReactNode]>> = {
  DRAFT: ['neutral', <IconPencil key="i" aria-hidden />],
  PUBLISHED: ['accent', <IconSend key="i" aria-hidden />],
  SIGNED: ['ok', <IconSignature key="i" aria-hidden />],
};

/** How far a review has come. */
export function ReviewBadge({ status }: { readonly status: ReviewStatus }) {
  const text = useText();
  const [tone, icon] = LOOK[status];
  return (
    <Badge tone={tone} icon={icon}>
      {text(`review.status.${status}`)}
    </Badge>
  );
}
