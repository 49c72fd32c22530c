import {
  Announcements,
  Judgements,
  Permitted,
  QueryView,
  useLocal,
  useMay,
  useParam,
  WindowLine,
} from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { Button, EmptyState, Facts, PageLayout, Panel, Row, Stack, Time } from '@daylight/web-ui';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../../app/text.js';
import {
  WindowPageDocument,
  type MaintenanceWholeFragment,
} from '../../features/availability/generated/maintenance.js';
import { RunButtons } from '../../features/availability/run-buttons.js';

const CancelDialog = lazy(() => import('../../features/availability/cancel-dialog.js'));
const MoveDialog = lazy(() => import('../../features/availability/move-dialog.js'));

/** One window: what was announced when, whom it reached, what it counts as, and how the work went. */
export function WindowPage() {
  const text = useText();
  const back = { href: '/maintenance', label: text('app.nav.maintenance') };
  return (
    <Permitted permission="maintenance:read" title={text('app.nav.maintenance')} back={back}>
      <Window />
    </Permitted>
  );
}

function Window() {
  const text = useText();
  const local = useLocal();
  const [state, ask] = useQuery({ query: WindowPageDocument, variables: { id: useParam('windowId') } });
  const reload = (): void => ask({ requestPolicy: 'network-only' });
  const [asking, setAsking] = useState<'move' | 'cancel' | null>(null);
  const found = state.data?.maintenanceWindow ?? null;
  const dialog = { onSaved: reload, onClose: () => setAsking(null) };
  return (
    <PageLayout
      title={found === null ? text('app.nav.maintenance') : local(found.title)}
      description={found?.tenantName}
      back={{ href: '/maintenance', label: text('app.nav.maintenance') }}
      width="wide"
      actions={found === null ? undefined : <Acts window={found} onAsk={setAsking} onSaved={reload} />}
    >
      <QueryView state={state} onRetry={reload} lines={3} lineHeight="9rem">
        {({ maintenanceWindow }) =>
          maintenanceWindow === null ? (
            <Panel look="flush">
              <EmptyState
                title={text('page.gone')}
                action={<Button href="/maintenance">{text('app.nav.maintenance')}</Button>}
              />
            </Panel>
          ) : (
            <Body window={maintenanceWindow} />
          )
        }
      </QueryView>
      {found === null || asking === null ? null : (
        <Suspense>
          {asking === 'move' ? <MoveDialog window={found} {...dialog} /> : <CancelDialog window={found} {...dialog} />}
        </Suspense>
      )}
    </PageLayout>
  );
}

interface ActsProps {
  readonly window: MaintenanceWholeFragment;
  readonly onAsk: (asking: 'move' | 'cancel') => void;
  readonly onSaved: () => void;
}

function Acts({ window, onAsk, onSaved }: ActsProps) {
  const text = useText();
  const may = useMay()('maintenance:announce');
  if (!may) return null;
  const still = window.state === 'ANNOUNCED';
  return (
    <Row gap="s">
      {still ? (
        <>
          <Button look="quiet" onClick={() => onAsk('cancel')}>
            {text('work.cancel')}
          </Button>
          <Button onClick={() => onAsk('move')}>{text('work.move')}</Button>
        </>
      ) : null}
      <RunButtons window={window} onSaved={onSaved} />
    </Row>
  );
}

function Body({ window }: { readonly window: MaintenanceWholeFragment }) {
  const text = useText();
  const local = useLocal();
  const instant = (at: string | null) => (at === null ? '–' : <Time at={at} withZone />);
  return (
    <Stack gap="l">
      <Panel>
        <Stack gap="s">
          <WindowLine window={window} />
          <p>{local(window.description)}</p>
          <Facts
            items={[
              { term: text('work.began'), value: instant(window.startedAt) },
              { term: text('work.over'), value: instant(window.endedAt) },
              ...(window.cancelReason === null
                ? []
                : [{ term: text('work.cancelled.why'), value: window.cancelReason }]),
            ]}
          />
        </Stack>
      </Panel>
      <Panel title={text('work.counts')} description={text('work.counts.lead')}>
        <Judgements services={window.services} />
      </Panel>
      <Panel title={text('avail.announcements')} description={text('work.told.lead')} look="flush">
        <Announcements window={window} />
      </Panel>
    </Stack>
  );
}
