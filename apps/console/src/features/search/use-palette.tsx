import { useGo } from '@daylight/web-app';
import { useClient } from '@daylight/web-data';
import type { Command } from '@daylight/web-ui';
import { IconPlus, IconSearch, IconTicket } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useText } from '../../app/text.js';
import { SearchTicketsDocument, type SearchTicketsQuery } from './generated/search.js';
import { useOfferedCommands } from './page-commands.js';

type Hit = SearchTicketsQuery['searchTickets'][number];

interface Found {
  readonly words: string;
  readonly hits: readonly Hit[];
}

const TYPING_MS = 180;
const LEAST = 2;
const NOTHING: Found = { words: '', hits: [] };

/** What the palette offers: the page's own actions first, then the given places, then tickets found while typing. */
export function usePalette(places: readonly Command[]): {
  readonly commands: readonly Command[];
  readonly onSearch: (text: string) => void;
} {
  const text = useText();
  const go = useGo();
  const client = useClient();
  const offered = useOfferedCommands();
  const [found, setFound] = useState(NOTHING);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const wanted = useRef('');
  useEffect(() => () => void (timer.current !== null && clearTimeout(timer.current)), []);
  const onSearch = useCallback(
    (typed: string) => {
      const words = typed.trim();
      wanted.current = words;
      if (timer.current !== null) clearTimeout(timer.current);
      if (words.length < LEAST) return setFound(NOTHING);
      timer.current = setTimeout(() => {
        void client
          .query(SearchTicketsDocument, { text: words, first: 8 }, { requestPolicy: 'network-only' })
          .toPromise()
          .then(({ data }) => {
            // An answer to words that were typed over is no answer.
            if (wanted.current === words) setFound({ words, hits: data?.searchTickets ?? [] });
          });
      }, TYPING_MS);
    },
    [client],
  );
  const tickets: readonly Command[] = found.hits.map(({ id, key, subject, tenant }) => ({
    id: `ticket-${id}`,
    label: `${key} ${subject}`,
    group: text('search.tickets'),
    icon: <IconTicket />,
    keywords: `${tenant.name} ${found.words}`,
    run: () => go(`/tickets/${key}`),
  }));
  const more: readonly Command[] =
    found.words === ''
      ? []
      : [
          {
            id: 'search-all',
            label: text('search.all', { words: found.words }),
            group: text('search.tickets'),
            icon: <IconSearch />,
            keywords: found.words,
            run: () => go(`/search?q=${encodeURIComponent(found.words)}`),
          },
        ];
  const create: Command = {
    id: 'new-ticket',
    label: text('queue.create'),
    group: text('search.actions'),
    icon: <IconPlus />,
    keys: 'KeyC',
    run: () => go('/tickets/new'),
  };
  return { commands: [...offered, ...places, create, ...tickets, ...more], onSearch };
}
