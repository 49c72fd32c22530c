import { oneOf, Permitted, QueryView, useAddress, useGo, useLocal, useMay } from '@daylight/web-app';
import { useQuery, useSession } from '@daylight/web-data';
import { instantOf, wallClock } from '@daylight/web-format';
import { Button, EmptyState, PageLayout, Panel, Row, Select, Stack, Tabs, useHotkeys, useNow } from '@daylight/web-ui';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../../app/text.js';
import { Changes } from '../../features/on-call/changes.js';
import { Coverage } from '../../features/on-call/coverage.js';
import { Feed } from '../../features/on-call/feed.js';
import {
  OnCallPlanDocument,
  OnCallSchedulesDocument,
  type ScheduleWholeFragment,
} from '../../features/on-call/generated/on-call.js';
import { HandOver } from '../../features/on-call/hand-over.js';
import { Load } from '../../features/on-call/load.js';
import { OnCallNow } from '../../features/on-call/on-call-now.js';
import { RunsTab } from '../../features/on-call/runs-tab.js';
import { usePlanChange } from '../../features/on-call/use-plan-change.js';
import { isOnDuty } from '../../features/on-call/duty.js';
import { addDays } from '../../features/on-call/week.js';
import { WeekStack } from '../../features/on-call/week-stack.js';

const CoverDialog = lazy(() => import('../../features/on-call/cover-dialog.js'));
const SwapDialog = lazy(() => import('../../features/on-call/swap-dialog.js'));
const WEEKS = 3;

/** Who is on call, where nobody is, and who was called. */
export function OnCallPage() {
  const text = useText();
  return (
    <Permitted permission="oncall:read" title={text('app.nav.onCall')}>
      <OnCall />
    </Permitted>
  );
}

function OnCall() {
  const text = useText();
  const may = useMay();
  const address = useAddress();
  const tab = oneOf(address.get('tab'), ['plan', 'coverage', 'runs']);
  return (
    <PageLayout
      title={text('app.nav.onCall')}
      description={text('onCall.lead')}
      width="wide"
      actions={
        may('oncall:edit') ? (
          <Button look="primary" href="/on-call/new">
            {text('schedule.new')}
          </Button>
        ) : undefined
      }
    >
      <Tabs
        label={text('app.nav.onCall')}
        value={tab}
        onChange={(next) => address.set({ tab: next === 'plan' ? null : next })}
        tabs={[
          { id: 'plan', label: text('onCall.tab.plan'), content: tab === 'plan' ? <Schedules /> : null },
          { id: 'coverage', label: text('onCall.tab.coverage'), content: tab === 'coverage' ? <Coverage /> : null },
          { id: 'runs', label: text('onCall.tab.runs'), content: tab === 'runs' ? <RunsTab /> : null },
        ]}
      />
    </PageLayout>
  );
}

function Schedules() {
  const text = useText();
  const local = useLocal();
  const address = useAddress();
  const mayEdit = useMay()('oncall:edit');
  const [state, ask] = useQuery({ query: OnCallSchedulesDocument, variables: { includeArchived: false } });
  return (
    <QueryView state={state} onRetry={() => ask({ requestPolicy: 'network-only' })} lines={3} lineHeight="8rem">
      {({ onCallSchedules }) => {
        const [first] = onCallSchedules;
        const chosen = onCallSchedules.find(({ id }) => id === address.get('schedule')) ?? first;
        if (chosen === undefined)
          return (
            <Panel look="flush">
              <EmptyState
                title={text('onCall.none')}
                action={mayEdit ? <Button href="/on-call/new">{text('schedule.new')}</Button> : undefined}
              >
                {text('onCall.none.body')}
              </EmptyState>
            </Panel>
          );
        return (
          <Stack>
            <Row align="end">
              <Select
                label={text('onCall.schedule')}
                value={chosen.id}
                options={onCallSchedules.map(({ id, name }) => ({ value: id, label: local(name) }))}
                onChange={(id) => address.set({ schedule: id })}
              />
              {mayEdit ? <Button href={`/on-call/${chosen.id}`}>{text('schedule.edit')}</Button> : null}
            </Row>
            <Weeks key={chosen.id} schedule={chosen} />
          </Stack>
        );
      }}
    </QueryView>
  );
}

/** The weeks from the one the address names; without one, from this week on. */
function Weeks({ schedule }: { readonly schedule: ScheduleWholeFragment }) {
  const text = useText();
  const address = useAddress();
  const go = useGo();
  const mayEdit = useMay()('oncall:edit');
  const { viewer } = useSession();
  const zone = schedule.timeZone;
  const now = useNow('minute');
  const [opened] = useState(() => new Date(now).toISOString());
  const named = address.get('from');
  const from = (named === null ? null : instantOf(`${named}T12:00`, zone)) ?? opened;
  const [asking, setAsking] = useState<'cover' | 'swap' | null>(null);
  const variables = { scheduleId: schedule.id, from, weeks: WEEKS, now: opened };
  const [state, ask] = useQuery({ query: OnCallPlanDocument, variables });
  const reload = (): void => ask({ requestPolicy: 'network-only' });
  const change = usePlanChange(reload);
  const turn = (days: number | null): void =>
    address.set({ from: days === null ? null : addDays(wallClock(Date.parse(from), zone).slice(0, 10), days) });
  useHotkeys([
    { keys: 'BracketLeft', label: text('onCall.earlier'), run: () => turn(-7) },
    { keys: 'BracketRight', label: text('onCall.later'), run: () => turn(7) },
  ]);
  return (
    <QueryView state={state} onRetry={reload} lines={2} lineHeight="14rem">
      {({ onCallPlan: plan, today }) =>
        plan === null || today === null ? (
          <Panel>
            <EmptyState
              title={text('page.gone')}
              action={<Button onClick={() => go('/on-call')}>{text('app.nav.onCall')}</Button>}
            />
          </Panel>
        ) : (
          <Stack>
            <OnCallNow today={today} zone={zone} now={now} />
            <HandOver scheduleId={schedule.id} mayWrite={isOnDuty(today.final, viewer.id, now)} />
            <Row justify="between">
              <Row>
                <Button size="small" keys="BracketLeft" onClick={() => turn(-7)}>
                  {text('onCall.earlier')}
                </Button>
                <Button size="small" disabled={named === null} onClick={() => turn(null)}>
                  {text('onCall.thisWeek')}
                </Button>
                <Button size="small" keys="BracketRight" onClick={() => turn(7)}>
                  {text('onCall.later')}
                </Button>
              </Row>
              {mayEdit ? (
                <Row>
                  <Button size="small" onClick={() => setAsking('swap')}>
                    {text('onCall.swap')}
                  </Button>
                  <Button size="small" look="primary" onClick={() => setAsking('cover')}>
                    {text('onCall.cover')}
                  </Button>
                </Row>
              ) : null}
            </Row>
            <Panel>
              <WeekStack plan={plan} now={now} />
            </Panel>
            <Changes plan={plan} mayEdit={mayEdit} change={change} />
            <Load load={plan.load} />
            <Feed />
            <Suspense>
              {asking === 'cover' ? (
                <CoverDialog plan={plan} now={now} change={change} onClose={() => setAsking(null)} />
              ) : null}
              {asking === 'swap' ? (
                <SwapDialog plan={plan} now={now} change={change} onClose={() => setAsking(null)} />
              ) : null}
            </Suspense>
          </Stack>
        )
      }
    </QueryView>
  );
}
