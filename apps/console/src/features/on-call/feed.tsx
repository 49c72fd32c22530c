import { useMutation, useQuery } from '@daylight/web-data';
import { Button, Notice, Panel, Row, Stack, Text, TextField, Time, useToast } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { OnCallFeedDocument, RenewOnCallFeedDocument } from './generated/on-call.js';

/** One's own duties as a calendar address. It is a key: shown once, renewed at will. */
export function Feed() {
  const text = useText();
  const toast = useToast();
  const [{ data }, ask] = useQuery({ query: OnCallFeedDocument });
  const [{ fetching }, renew] = useMutation(RenewOnCallFeedDocument);
  const [url, setUrl] = useState<string | null>(null);
  const createdAt = data?.onCallFeed.createdAt ?? null;
  async function make(): Promise<void> {
    const answer = await renew({});
    if (answer.data === undefined) return void toast({ tone: 'error', text: text('page.unreachable') });
    setUrl(answer.data.renewOnCallFeed.url);
    ask({ requestPolicy: 'network-only' });
  }
  const copy = (address: string): void =>
    void globalThis.navigator.clipboard.writeText(address).then(
      () => toast({ text: text('feed.copied') }),
      () => toast({ tone: 'error', text: text('feed.notCopied') }),
    );
  return (
    <Panel title={text('feed.title')} description={text('feed.lead')}>
      <Stack gap="s">
        {url === null ? (
          <Text look="small">
            {createdAt === null ? (
              text('feed.none')
            ) : (
              <>
                {text('feed.since')} <Time at={createdAt} style="date" />
              </>
            )}
          </Text>
        ) : (
          <>
            <TextField label={text('feed.address')} type="url" value={url} onChange={() => undefined} />
            <Notice tone="warn" live>
              {text('feed.once')}
            </Notice>
          </>
        )}
        <Row>
          {url === null ? null : (
            <Button size="small" look="primary" onClick={() => copy(url)}>
              {text('feed.copy')}
            </Button>
          )}
          <Button size="small" busy={fetching} onClick={() => void make()}>
            {text(createdAt === null ? 'feed.make' : 'feed.renew')}
          </Button>
        </Row>
      </Stack>
    </Panel>
  );
}
