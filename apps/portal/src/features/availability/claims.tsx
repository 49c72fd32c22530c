import { ExclusionList, useMay } from '@daylight/web-app';
import { Button, Panel } from '@daylight/web-ui';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../../app/text.js';
import type { ExclusionWholeFragment } from './generated/availability.js';

const AnswerDialog = lazy(() => import('./answer-dialog.js'));

interface ClaimsProps {
  readonly exclusions: readonly ExclusionWholeFragment[];
  readonly onAnswered: () => void;
}

/** What the provider would leave out, and the client has to say. */
export function Claims({ exclusions, onAnswered }: ClaimsProps) {
  const text = useText();
  const may = useMay()('outage:accept-exclusion');
  const [asking, setAsking] = useState<{ readonly exclusion: ExclusionWholeFragment; readonly accept: boolean } | null>(
    null,
  );
  if (exclusions.length === 0) return null;
  const actions = (exclusion: ExclusionWholeFragment) => (
    <>
      <Button size="small" onClick={() => setAsking({ exclusion, accept: false })}>
        {text('status.claim.refuse')}
      </Button>
      <Button size="small" onClick={() => setAsking({ exclusion, accept: true })}>
        {text('status.claim.accept')}
      </Button>
    </>
  );
  return (
    <Panel
      title={text('status.claims', { count: exclusions.length })}
      description={text(may ? 'status.claims.lead' : 'status.claims.others')}
      look="flush"
      anchor="claims"
    >
      <ExclusionList
        label={text('status.claims', { count: exclusions.length })}
        exclusions={exclusions}
        {...(may ? { actions } : {})}
      />
      {asking === null ? null : (
        <Suspense>
          <AnswerDialog {...asking} onDone={onAnswered} onClose={() => setAsking(null)} />
        </Suspense>
      )}
    </Panel>
  );
}
