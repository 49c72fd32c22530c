import { useOnline } from '@daylight/web-data';
import { Banner } from '@daylight/web-ui';
import { useText } from '../text.js';

/** Says that the network is away and what that means for what is being written. */
export function OfflineBanner() {
  const online = useOnline();
  const text = useText();
  return online ? null : <Banner tone="warn">{text('app.offline')}</Banner>;
}
