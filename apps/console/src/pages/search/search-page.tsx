import { changedSearch, useAddress } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { EmptyState, ErrorState, PageLayout, Panel, TextField } from '@daylight/web-ui';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useText } from '../../app/text.js';
import { SearchTicketsDocument } from '../../features/search/generated/search.js';
import { TicketHits } from '../../features/search/ticket-hits.js';

const TYPING_MS = 250;

/** Tickets by number, words of subject, description and messages, and people. */
export function SearchPage() {
  const text = useText();
  const address = useAddress();
  const words = address.get('q') ?? '';
  const [typed, setTyped] = useState(words);
  useEffect(() => {
    if (typed.trim() === words) return undefined;
    const timer = setTimeout(() => address.set({ q: typed.trim() }, 'replace'), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, words, address]);
  const [{ data, error, fetching }, ask] = useQuery({
    query: SearchTicketsDocument,
    variables: { text: words, first: 50 },
    pause: words === '',
  });
  return (
    <PageLayout title={text('search.title')}>
      <TextField
        label={text('search.words')}
        description={text('search.help')}
        type="search"
        autoFocus
        leading={<IconSearch size={18} />}
        value={typed}
        onChange={setTyped}
      />
      <Panel look="flush">
        {words === '' ? (
          <EmptyState title={text('search.start')} icon={<IconSearch stroke={1.5} />}>
            {text('search.help')}
          </EmptyState>
        ) : null}
        {words !== '' && error !== undefined ? (
          <ErrorState onRetry={() => ask({ requestPolicy: 'network-only' })} />
        ) : null}
        {words !== '' && error === undefined ? (
          <TicketHits
            rows={data?.searchTickets ?? []}
            loading={fetching}
            address={`/search${changedSearch('', { q: words })}`}
          />
        ) : null}
      </Panel>
    </PageLayout>
  );
}
