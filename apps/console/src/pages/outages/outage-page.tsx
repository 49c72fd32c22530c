import {
  AppLink,
  ExclusionList,
  OutageLine,
  Permitted,
  QueryView,
  Updates,
  useLocal,
  useMay,
  useParam,
} from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { now } from '@daylight/web-format';
import { Button, EmptyState, PageLayout, Panel, Row, Stack, Text } from '@daylight/web-ui';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../../app/text.js';
import { ChangeLog } from '../../features/availability/change-log.js';
import {
  OutagePageDocument,
  type ExclusionWholeFragment,
  type OutageWholeFragment,
} from '../../features/availability/generated/outages.js';
import { TakeBack } from '../../features/availability/take-back.js';
import { UpdateForm } from '../../features/availability/update-form.js';

const CloseDialog = lazy(() => import('../../features/availability/close-dialog.js'));
const CorrectDialog = lazy(() => import('../../features/availability/correct-dialog.js'));
const ExclusionDialog = lazy(() => import('../../features/availability/exclusion-dialog.js'));
const WithdrawDialog = lazy(() => import('../../features/availability/withdraw-dialog.js'));

type Asking = 'close' | 'correct' | 'exclude' | 'withdraw';

/** One outage: how it stands, what was told, how its time was found, and what should not count of it. */
export function OutagePage() {
  const text = useText();
  const back = { href: '/outages', label: text('app.nav.outages') };
  return (
    <Permitted permission="outage:read" title={text('app.nav.outages')} back={back}>
      <Outage />
    </Permitted>
  );
}

function Outage() {
  const text = useText();
  const local = useLocal();
  const [state, ask] = useQuery({ query: OutagePageDocument, variables: { id: useParam('outageId') } });
  const reload = (): void => ask({ requestPolicy: 'network-only' });
  const [asking, setAsking] = useState<Asking | null>(null);
  const outage = state.data?.outage ?? null;
  return (
    <PageLayout
      title={outage === null ? text('outage.one') : local(outage.title)}
      description={outage === null ? undefined : outage.tenantName}
      back={{ href: '/outages', label: text('app.nav.outages') }}
      width="wide"
      actions={outage === null ? undefined : <Acts outage={outage} onAsk={setAsking} />}
    >
      <QueryView state={state} onRetry={reload} lines={3} lineHeight="9rem">
        {({ outage: found }) =>
          found === null ? (
            <Panel look="flush">
              <EmptyState
                title={text('page.gone')}
                action={<Button href="/outages">{text('app.nav.outages')}</Button>}
              />
            </Panel>
          ) : (
            <Body outage={found} reload={reload} />
          )
        }
      </QueryView>
      {outage === null || asking === null ? null : (
        <Suspense>
          <Dialogs outage={outage} asking={asking} onSaved={reload} onClose={() => setAsking(null)} />
        </Suspense>
      )}
    </PageLayout>
  );
}

interface ActsProps {
  readonly outage: OutageWholeFragment;
  readonly onAsk: (asking: Asking) => void;
}

function Acts({ outage: { endedAt, withdrawnAt }, onAsk }: ActsProps) {
  const text = useText();
  const may = useMay()('outage:correct');
  if (!may || withdrawnAt !== null) return null;
  return (
    <Row gap="s">
      <Button look="quiet" onClick={() => onAsk('withdraw')}>
        {text('outage.withdraw')}
      </Button>
      <Button onClick={() => onAsk('correct')}>{text('outage.correct')}</Button>
      <Button onClick={() => onAsk('exclude')}>{text('exclusion.propose')}</Button>
      {endedAt === null ? (
        <Button look="primary" onClick={() => onAsk('close')}>
          {text('outage.close')}
        </Button>
      ) : null}
    </Row>
  );
}

interface DialogsProps {
  readonly outage: OutageWholeFragment;
  readonly asking: Asking;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

function Dialogs({ asking, ...rest }: DialogsProps) {
  switch (asking) {
    case 'close':
      return <CloseDialog {...rest} now={now()} />;
    case 'correct':
      return <CorrectDialog {...rest} />;
    case 'exclude':
      return <ExclusionDialog {...rest} now={now()} />;
    case 'withdraw':
      return <WithdrawDialog {...rest} />;
  }
}

interface BodyProps {
  readonly outage: OutageWholeFragment;
  readonly reload: () => void;
}

function Body({ outage, reload }: BodyProps) {
  const text = useText();
  const may = useMay()('outage:correct');
  const actions = (exclusion: ExclusionWholeFragment) => <TakeBack exclusion={exclusion} onDone={reload} />;
  return (
    <Stack gap="l">
      <Panel>
        <Stack gap="s">
          <OutageLine outage={outage} />
          <Text look="small">
            {outage.fromSignals
              ? text('outage.bySignals')
              : text('outage.byPerson', { name: outage.openedBy?.displayName ?? text('outage.somebody') })}
            {outage.assetIds.length === 0 ? null : ` · ${text('outage.assets')}: ${outage.assetIds.join(', ')}`}
          </Text>
          {outage.tickets.length === 0 ? null : (
            <Row gap="s">
              {outage.tickets.map(({ ticketId, key }) => (
                <AppLink key={ticketId} href={`/tickets/${key}`}>
                  {key}
                </AppLink>
              ))}
            </Row>
          )}
        </Stack>
      </Panel>
      <Panel title={text('avail.updates')} description={text('outage.updates.lead')}>
        <Stack>
          <Updates updates={outage.updates} />
          {may && outage.withdrawnAt === null ? <UpdateForm key={outage.id} outage={outage} onSaved={reload} /> : null}
        </Stack>
      </Panel>
      <Panel title={text('outage.tab.claims')} description={text('exclusion.lead')} look="flush">
        {outage.exclusions.length === 0 ? (
          <EmptyState compact title={text('exclusion.none')} />
        ) : (
          <ExclusionList
            label={text('outage.tab.claims')}
            exclusions={outage.exclusions}
            {...(may ? { actions } : {})}
          />
        )}
      </Panel>
      <Panel title={text('outage.log')} description={text('outage.log.lead')}>
        <ChangeLog changes={outage.changes} />
      </Panel>
    </Stack>
  );
}
