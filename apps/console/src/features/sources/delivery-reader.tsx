import { QueryView } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { Dialog, Facts, Stack, Text, Time } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { DeliveryDocument } from './generated/sources.js';
import { PreviewList } from './preview-list.js';
import classes from './sources.module.css';

/** One body as it came, and what it would be read as now. */
export function DeliveryReader({ deliveryId, onClose }: { readonly deliveryId: string; readonly onClose: () => void }) {
  const text = useText();
  const [state, ask] = useQuery({ query: DeliveryDocument, variables: { deliveryId } });
  return (
    <Dialog opened size="lg" title={text('sources.delivery')} onClose={onClose}>
      <QueryView state={state} onRetry={() => ask({ requestPolicy: 'network-only' })} lines={4}>
        {({ intakeDelivery: found }) =>
          found === null ? (
            <Text>{text('page.gone')}</Text>
          ) : (
            <Stack>
              <Facts
                items={[
                  { term: text('sources.received'), value: <Time at={found.delivery.receivedAt} /> },
                  { term: text('sources.bytes'), value: found.delivery.bytes.toLocaleString() },
                  { term: 'Content-Type', value: found.delivery.contentType ?? '–' },
                  ...found.headers.map(({ name, value }) => ({ term: name, value })),
                ]}
              />
              <PreviewList preview={found.preview} />
              <pre className={classes['code']} tabIndex={0} aria-label={text('sources.body')}>
                {found.body}
              </pre>
            </Stack>
          )
        }
      </QueryView>
    </Dialog>
  );
}
