import { DeemedConsent, useMay } from '@daylight/web-app';
import { Button, Notice, Row, Stack } from '@daylight/web-ui';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../../app/text.js';
import type { VersionLineFragment } from './generated/contract.js';

const DecisionDialog = lazy(() => import('./decision-dialog.js'));

/** A version that waits for the client: agree, reject, or know who may. */
export function PendingBar({ title, version }: { readonly title: string; readonly version: VersionLineFragment }) {
  const text = useText();
  const may = useMay();
  const [act, setAct] = useState<'agree' | 'reject' | null>(null);
  if (version.state !== 'PROPOSED') return null;
  if (!version.awaiting.includes('CLIENT')) return <Notice>{text('contract.pending.provider')}</Notice>;
  const named = text('contract.ordinal', { title, ordinal: version.ordinal });
  return (
    <Notice
      tone="warn"
      title={text('contract.pending', { ordinal: version.ordinal })}
      action={
        may('contract:agree') ? (
          <Row>
            <Button onClick={() => setAct('reject')}>{text('contract.reject')}</Button>
            <Button look="primary" onClick={() => setAct('agree')}>
              {text('contract.agree')}
            </Button>
          </Row>
        ) : undefined
      }
    >
      <Stack gap="xs">
        <span>{text(may('contract:agree') ? 'contract.pending.yours' : 'contract.pending.others')}</span>
        <DeemedConsent at={version.deemedConsentAt} />
      </Stack>
      {act === null ? null : (
        <Suspense>
          <DecisionDialog act={act} title={named} version={version} onClose={() => setAct(null)} />
        </Suspense>
      )}
    </Notice>
  );
}
