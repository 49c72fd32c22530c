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

const ProposeDialog = lazy(() => import('../../features/availability/propose-dialog.js'));
const SettleDialog = lazy(() => import('../../features/availability/settle-dialog.js'));

/** One credit as both sides see it, and what the provider may do with it. */
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
  const reload = (): void => ask({ requestPolicy: 'network-only' });
  const [asking, setAsking] = useState<'propose' | 'settle' | null>(null);
  const credit = state.data?.credit ?? null;
  const dialog = { onSaved: reload, onClose: () => setAsking(null) };
  return (
    <PageLayout
      title={credit === null ? text('app.nav.credits') : text('credit.of', { period: credit.period.label })}
      description={credit === null ? undefined : `${credit.tenantName} · ${local(credit.serviceName)}`}
      back={{ href: '/credits', label: text('app.nav.credits') }}
      width="wide"
      actions={credit === null ? undefined : <Acts credit={credit} onAsk={setAsking} />}
    >
      <QueryView state={state} onRetry={reload} lines={4} lineHeight="9rem">
        {({ credit: found }) =>
          found === null ? (
            <Panel look="flush">
              <EmptyState
                title={text('page.gone')}
                action={<Button href="/credits">{text('app.nav.credits')}</Button>}
              />
            </Panel>
          ) : (
            <Body credit={found} />
          )
        }
      </QueryView>
      {credit === null || asking === null ? null : (
        <Suspense>
          {asking === 'propose' ? (
            <ProposeDialog credit={credit} {...dialog} />
          ) : (
            <SettleDialog credit={credit} {...dialog} />
          )}
        </Suspense>
      )}
    </PageLayout>
  );
}

function Body({ credit }: { readonly credit: CreditWholeFragment }) {
  const refusalOf = useRefusal();
  const [, comment] = useMutation(CommentCreditDocument);
  async function send(words: string): Promise<string | null> {
    const { data } = await comment({ input: { creditId: credit.id, text: words } });
    return refusalOf(data?.commentCredit, 'CreditChanged');
  }
  return (
    <Stack gap="l">
      <CreditSteps credit={credit} />
      <LeftOut credit={credit} />
      <CreditWorking credit={credit} />
      <CreditTalk credit={credit} mayComment={credit.actionsAllowed.includes('commentCredit')} onSend={send} />
    </Stack>
  );
}

interface ActsProps {
  readonly credit: CreditWholeFragment;
  readonly onAsk: (asking: 'propose' | 'settle') => void;
}

function Acts({ credit: { actionsAllowed, state }, onAsk }: ActsProps) {
  const text = useText();
  const mayPropose = actionsAllowed.includes('proposeCredit');
  return (
    <Row gap="s">
      {mayPropose ? (
        <Button look={state === 'DISPUTED' ? 'secondary' : 'primary'} onClick={() => onAsk('propose')}>
          {text('credit.propose')}
        </Button>
      ) : null}
      {actionsAllowed.includes('settleCredit') ? (
        <Button look="primary" onClick={() => onAsk('settle')}>
          {text('credit.settle')}
        </Button>
      ) : null}
    </Row>
  );
}
