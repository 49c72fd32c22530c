import { isForbidden, refetchAll, useClient, useQuery, type Client, type TypedDocumentNode } from '@daylight/web-data';
import { ErrorState, HeldPage } from '@daylight/web-ui';
import { Suspense, useEffect, useState, type ReactNode } from 'react';
import { useTexts } from './preferences.js';
import { useRestart } from './restart.js';
import { onSignedOut } from './sessions.js';
import { useProfileLanguage } from './use-profile-language.js';

interface Person {
  readonly id: string;
  readonly language: 'ko' | 'en';
}

type ViewerDocument<Viewer> = TypedDocumentNode<{ readonly viewer: Viewer | null }, Readonly<Record<string, never>>>;

export interface GateProps<Viewer extends Person> {
  /** Asks who is there. */
  readonly document: ViewerDocument<Viewer>;
  /** The frame with the page in it. */
  readonly inside: (viewer: Viewer) => ReactNode;
  /** Where one signs in; `again` over a page whose session has ended. */
  readonly door: (how: { readonly again: boolean; readonly onSignedIn: () => void }) => ReactNode;
  /** There is a session, and yet nobody: e.g. where the company is closed. */
  readonly refused?: ReactNode;
}

/** Lets in who is signed in; anybody else meets the door, at the same address. */
export function Gate<Viewer extends Person>({ document, inside, door, refused }: GateProps<Viewer>) {
  const restart = useRestart();
  const [{ data, error, fetching }, ask] = useQuery({ query: document, requestPolicy: 'cache-first', variables: {} });
  const { viewer, isOver, signedInAgain } = useKeptViewer(document, data?.viewer ?? null);
  useProfileLanguage(viewer);
  const speaks = useTexts('daily', viewer !== null);
  if (viewer !== null) {
    if (!speaks) return null;
    return (
      <Suspense>
        <HeldPage door={isOver ? door({ again: true, onSignedIn: signedInAgain }) : null}>{inside(viewer)}</HeldPage>
      </Suspense>
    );
  }
  // Before looking at the viewer: where the company is closed, there is a session and yet nobody.
  if (refused !== undefined && error !== undefined && isForbidden(error)) return <Suspense>{refused}</Suspense>;
  if (data !== undefined) return <Suspense>{door({ again: false, onSignedIn: restart })}</Suspense>;
  if (error === undefined || fetching) return null;
  return <ErrorState onRetry={() => ask({ requestPolicy: 'network-only' })} />;
}

interface Kept<Viewer> {
  readonly client: Client;
  readonly viewer: Viewer | null;
  readonly isOver: boolean;
}

/**
 * Who is at work. When the session ends under them they stay, with their page as it is, until they have signed in again;
 * if somebody else does, everything begins anew.
 */
function useKeptViewer<Viewer extends Person>(document: ViewerDocument<Viewer>, current: Viewer | null) {
  const client = useClient();
  const restart = useRestart();
  const [kept, setKept] = useState<Kept<Viewer>>({ client, viewer: current, isOver: false });
  // What was kept of another client is another person's.
  const known: Kept<Viewer> = kept.client === client ? kept : { client, viewer: null, isOver: false };
  const viewer = current ?? known.viewer;
  if (kept.client !== client || (current !== null && current !== kept.viewer))
    setKept({ client, viewer, isOver: known.isOver });
  useEffect(
    () => onSignedOut((whose) => setKept((before) => (before.client === whose ? { ...before, isOver: true } : before))),
    [],
  );
  async function goOn(): Promise<void> {
    const { data } = await client.query(document, {}, { requestPolicy: 'network-only' }).toPromise();
    if (data?.viewer?.id !== viewer?.id) return restart();
    setKept({ client, viewer, isOver: false });
    refetchAll(client);
  }
  const isOver = viewer !== null && (known.isOver || current === null);
  return { viewer, isOver, signedInAgain: () => void goOn() };
}
