import { oneOf, Permitted, QueryTrouble, useAddress, useMay } from '@daylight/web-app';
import { Button, EmptyState, PageLayout, Panel, Segments, Skeleton } from '@daylight/web-ui';
import { IconCircleCheck, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { More } from '../../features/page/more.js';
import { NewRows } from '../../features/queue/new-rows.js';
import { AlertPanel } from '../../features/triage/alert-panel.js';
import { RecentActs } from '../../features/triage/recent-acts.js';
import { TriageDialog, type Asking } from '../../features/triage/triage-dialogs.js';
import { TriageLine } from '../../features/triage/triage-line.js';
import classes from '../../features/triage/triage.module.css';
import { usePlay } from '../../features/triage/use-play.js';
import { useTriageKeys } from '../../features/triage/use-triage-keys.js';
import { useTriageList, type TriageList } from '../../features/triage/use-triage-list.js';
import { useTriage } from '../../features/triage/use-triage.js';
import { useUndo } from '../../features/triage/use-undo.js';

const VIEWS = ['TRIAGE', 'FIRING', 'ASIDE', 'ALL'] as const;
const NOBODY: readonly string[] = [];

/** Alerts that nobody has sorted yet: one key each, and on to the next. */
export function TriagePage() {
  const text = useText();
  return (
    <Permitted permission="alert:read" title={text('app.nav.triage')}>
      <Triage />
    </Permitted>
  );
}

function Triage() {
  const text = useText();
  const address = useAddress();
  const mayAct = useMay()('ticket:open');
  const view = oneOf(address.get('view'), VIEWS);
  const sorting = view === 'TRIAGE';
  const playing = sorting && address.get('play') !== null;
  const list = useTriageList(view);
  const [asking, setAsking] = useState<Asking | null>(null);
  const undo = useUndo();
  const walk = usePlay({ groups: list.groups, playing });
  const { current, viewers } = walk;
  const triage = useTriage({
    ...{ list, undo, sorting },
    // In a walk whatever was done leads on; what was taken back is offered again.
    onDone: (group, done) => (done === 'returned' ? walk.again(group.ids) : playing && walk.pass(group)),
  });
  const play = (): void => {
    if (!sorting || !mayAct) return;
    if (!playing) walk.restart();
    address.set({ play: playing ? null : '1' }, 'replace');
  };
  useTriageKeys({
    ...{ current, mayAct, playing, triage, play },
    ask: setAsking,
    move: walk.move,
    showNew: list.showNew,
  });
  const panel =
    current === null ? null : (
      <AlertPanel key={current.id} {...{ triage, mayAct, playing }} group={current} ask={setAsking} />
    );
  return (
    <PageLayout
      title={text('app.nav.triage')}
      description={text('triage.lead')}
      width="wide"
      actions={
        <>
          <RecentActs undo={undo} />
          {sorting && mayAct ? (
            <Button
              icon={playing ? <IconPlayerStop size={18} aria-hidden /> : <IconPlayerPlay size={18} aria-hidden />}
              keys="Shift+KeyP"
              onClick={play}
            >
              {text(playing ? 'triage.play.stop' : 'triage.play.start')}
            </Button>
          ) : null}
          <Segments
            label={text('triage.view')}
            hideLabel
            value={view}
            options={VIEWS.map((value) => ({ value, label: text(`triage.view.${value}`) }))}
            onChange={(value) => address.set({ view: value === 'TRIAGE' ? null : value, play: null })}
          />
        </>
      }
    >
      <NewRows waiting={list.waiting} onShow={list.showNew} words="triage.new" />
      {playing ? (
        <div className={classes['walk']}>
          <p role="status">{text(current === null ? 'triage.play.over' : 'triage.play.left', { count: walk.left })}</p>
          {panel ?? <Nothing list={list} />}
        </div>
      ) : (
        <div className={classes['split']}>
          <div>
            <Panel look="flush">
              <Nothing list={list} />
              <ul className={classes['list']}>
                {list.groups.map((group) => (
                  <li key={group.id}>
                    <TriageLine
                      group={group}
                      current={group.id === current?.id}
                      viewers={viewers.get(group.id) ?? NOBODY}
                      onChoose={() => walk.choose(group)}
                    />
                  </li>
                ))}
              </ul>
            </Panel>
            <More pages={list} />
          </div>
          {panel}
        </div>
      )}
      {asking === null || current === null ? null : (
        <TriageDialog asking={asking} group={current} triage={triage} onClose={() => setAsking(null)} />
      )}
    </PageLayout>
  );
}

/** What stands where there are no lines: not yet, not now, not at all. */
function Nothing({ list }: { readonly list: TriageList }) {
  const text = useText();
  if (list.groups.length > 0) return null;
  if (list.error !== null) return <QueryTrouble error={list.error} onRetry={list.reload} />;
  if (list.loading) return <Skeleton height="3.5rem" lines={8} />;
  return (
    <EmptyState icon={<IconCircleCheck stroke={1.5} />} title={text('triage.empty')}>
      {text('triage.emptyBody')}
    </EmptyState>
  );
}
