import { Stack, Text } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import type { AlertVendor } from './generated/sources.js';
import classes from './sources.module.css';
import { SNIPPETS } from './vendors.js';

/** Where to enter the address at the sender's. */
export function Instructions({ vendor, url }: { readonly vendor: AlertVendor; readonly url: string | null }) {
  const text = useText();
  const snippet =
    url === null ? SNIPPETS[vendor] : SNIPPETS[vendor].replaceAll(/https:\/\/…\/intake\/…\/[a-z0-9-]+/g, url);
  return (
    <Stack gap="s">
      <Text>{text(`sources.how.${vendor}`)}</Text>
      <pre className={classes['code']} tabIndex={0} aria-label={text('sources.how')}>
        {snippet}
      </pre>
    </Stack>
  );
}
