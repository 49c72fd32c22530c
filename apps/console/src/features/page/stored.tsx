import { QueryView, type QueryState } from '@daylight/web-app';
import { EmptyState, PageLayout, Panel } from '@daylight/web-ui';
import type { ReactNode } from 'react';
import { useText } from '../../app/text.js';

interface StoredProps<One> {
  /** The question that the page waits for. */
  readonly state: QueryState<unknown>;
  readonly onRetry: () => void;
  /** What it found; undefined: not yet, or no more. */
  readonly one: One | undefined;
  /** The list it stands in: the page's name until it has its own, and the way back. */
  readonly list: { readonly href: string; readonly label: string };
  readonly children: (one: One) => ReactNode;
}

/** A page about one thing that is kept: there, on its way, or gone. */
export function Stored<One>({ state, onRetry, one, list, children }: StoredProps<One>) {
  const text = useText();
  if (one !== undefined) return <>{children(one)}</>;
  return (
    <PageLayout title={list.label} back={list}>
      <QueryView state={state} onRetry={onRetry} lines={3} lineHeight="8rem">
        {() => (
          <Panel>
            <EmptyState title={text('page.gone')} />
          </Panel>
        )}
      </QueryView>
    </PageLayout>
  );
}
