import {
  CreditSteps,
  CreditTalk,
  CreditWorking,
  LeftOut,
  Permitted,
  QueryView,
  useLocal,
  useParam,
  useRefusal,
} from '@daylight/web-app';
import { useMutation, useQuery } from '@daylight/web-data';
import { Button, EmptyState, PageLayout, Panel, Row, Stack } from '@daylight/web-ui';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../../app/text.js';
import {
  CommentCreditDocument,
  CreditPageDocument,
  type CreditWholeFragment,
} from '../../features/availability/generated/credits.js';

const DecideDialog = lazy(() => import('../../features/availability/decide-dialog.js'));
const DisputeDialog = lazy(() => import('../../features/availability/dispute-dialog.js'));

/** What the reader was asked to confirm: a dispute may begin with one exclusion. */
type Asking = 'accept' | 'waive' | { readonly dispute: string | null };

/** One credit: from what was missed to what is paid, with everything said about it. */
export function CreditPage() {
  const text = useText();
  const back = { href: '/credits', label: text('app.nav.credits') };
  return (
    <Permitted permission="credit:read" title={text('app.nav.credits')} back={back}>
      <Credit />
    </Permitted>
  );
}

function Credit() {
  const text = useText();
  const local = useLocal();
  const [state, ask] = useQuery({ query: CreditPageDocument, variables: { id: useParam('creditId') } });
  const [asking, setAsking] = useState<Asking | null>(null);
  const credit = state.data?.credit ?? null;
  const close = (): void => setAsking(null);
  return (
    <PageLayout
      title={credit === null ? text('app.nav.credits') : text('credit.of', { period: credit.period.label })}
      description={credit === null ? undefined : local(credit.serviceName)}
      back={{ href: '/credits', label: text('app.nav.credits') }}
      actions={credit === null ? undefined : <Acts credit={credit} onAsk={setAsking} />}
    >
      <QueryView state={state} onRetry={() => ask({ requestPolicy: 'network-only' })} lines={4} lineHeight="9rem">
        {({ credit: found }) =>
          found === null ? (
            <Panel look="flush">
              <EmptyState
                title={text('page.gone')}
                action={<Button href="/credits">{text('app.nav.credits')}</Button>}
              />
            </Panel>
          ) : (
            <Body credit={found} onAsk={setAsking} />
          )
        }
      </QueryView>
      {credit === null || asking === null ? null : (
        <Suspense>
          {typeof asking === 'string' ? (
            <DecideDialog credit={credit} how={asking} onClose={close} />
          ) : (
            <DisputeDialog credit={credit} first={asking.dispute} onClose={close} />
          )}
        </Suspense>
      )}
    </PageLayout>
  );
}

interface ActsProps {
  readonly credit: CreditWholeFragment;
  readonly onAsk: (asking: Asking) => void;
}

function Body({ credit, onAsk }: ActsProps) {
  const text = useText();
  const refusalOf = useRefusal();
  const [, comment] = useMutation(CommentCreditDocument);
  const { actionsAllowed } = credit;
  async function send(words: string): Promise<string | null> {
    const { data } = await comment({ input: { creditId: credit.id, text: words } });
    return refusalOf(data?.commentCredit, 'CreditChanged');
  }
  const dispute = (exclusionId: string) => (
    <Button size="small" onClick={() => onAsk({ dispute: exclusionId })}>
      {text('credit.dispute.one')}
    </Button>
  );
  return (
    <Stack gap="l">
      <CreditSteps credit={credit} />
      <LeftOut credit={credit} {...(actionsAllowed.includes('disputeCredit') ? { action: dispute } : {})} />
      <CreditWorking credit={credit} />
      <CreditTalk credit={credit} mayComment={actionsAllowed.includes('commentCredit')} onSend={send} />
    </Stack>
  );
}

function Acts({ credit: { actionsAllowed }, onAsk }: ActsProps) {
  const text = useText();
  return (
    <Row gap="s">
      {actionsAllowed.includes('waiveCredit') ? (
        <Button look="quiet" onClick={() => onAsk('waive')}>
          {text('credit.waive')}
        </Button>
      ) : null}
      {actionsAllowed.includes('disputeCredit') ? (
        <Button onClick={() => onAsk({ dispute: null })}>{text('credit.dispute')}</Button>
      ) : null}
      {actionsAllowed.includes('acceptCredit') ? (
        <Button look="primary" onClick={() => onAsk('accept')}>
          {text('credit.accept')}
        </Button>
      ) : null}
    </Row>
  );
}
