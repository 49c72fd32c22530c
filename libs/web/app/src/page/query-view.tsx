import type { CombinedError } from '@daylight/web-data';
import { ErrorState, NoPermissionState, Notice, Skeleton, Stack } from '@daylight/web-ui';
import type { ReactNode } from 'react';
import { useText } from '../text.js';

/** What `useQuery` knows; any query's result fits. */
export interface QueryState<Data> {
  readonly data?: Data | undefined;
  readonly error?: CombinedError | undefined;
  readonly fetching: boolean;
}

interface QueryViewProps<Data> {
  readonly state: QueryState<Data>;
  readonly onRetry: () => void;
  /** Height of what will come, so that nothing moves when it does. */
  readonly lines?: number;
  readonly lineHeight?: string;
  readonly children: (data: Data) => ReactNode;
}

const codeOf = (error: CombinedError): unknown => error.graphQLErrors[0]?.extensions['code'];

function requestIdOf(error: CombinedError): string | null {
  const id: unknown = error.graphQLErrors[0]?.extensions['requestId'];
  return typeof id === 'string' ? id : null;
}

/** The page of a query in each of its states: on its way, refused, failed, there, and there but no longer fresh. */
export function QueryView<Data>({
  state: { data, error, fetching },
  onRetry,
  lines = 6,
  lineHeight = '3rem',
  children,
}: QueryViewProps<Data>) {
  const text = useText();
  // An answer with errors may lack what its type promises: only a lost connection leaves what was there before.
  const refused = error !== undefined && error.graphQLErrors.length > 0;
  if (refused && !fetching) return <QueryTrouble error={error} onRetry={onRetry} />;
  if (data !== undefined && !refused) {
    if (error === undefined || fetching) return <>{children(data)}</>;
    return (
      <Stack>
        <Notice tone="warn" live>
          {text('page.notFresh')}
        </Notice>
        {children(data)}
      </Stack>
    );
  }
  if (error === undefined || fetching) return <Skeleton height={lineHeight} lines={lines} />;
  return <QueryTrouble error={error} onRetry={onRetry} />;
}

interface TroubleProps {
  readonly error: CombinedError;
  readonly onRetry: () => void;
}

/** Why what was asked for isn't there: no right to it, or trouble (with the request's id when a server answered). */
export function QueryTrouble({ error, onRetry }: TroubleProps) {
  const text = useText();
  if (codeOf(error) === 'FORBIDDEN')
    return <NoPermissionState title={text('page.forbidden.title')}>{text('page.forbidden.body')}</NoPermissionState>;
  return <ErrorState onRetry={onRetry} requestId={requestIdOf(error)} />;
}
