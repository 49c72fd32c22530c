import { Badge, type Tone } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import type { ReviewStatus as Status } from './generated/review.js';

const TONE: Readonly<Record<Status, Tone>> = { DRAFT: 'neutral', PUBLISHED: 'warn', SIGNED: 'ok' };

/** Where a review stands, in plain words. */
export function ReviewStatus({ status }: { readonly status: Status }) {
  const text = useText();
  return <Badge tone={TONE[status]}>{text(`review.status.${status}`)}</Badge>;
}
