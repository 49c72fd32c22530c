import { oneOf, Permitted, QueryTrouble, useAddress, useMay } from '@daylight/web-app';
import { Badge, EmptyState, PageLayout, Panel, Segments, Skeleton, Time } from '@daylight/web-ui';
import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useText } from '../../app/text.js';
import { More } from '../../features/page/more.js';
import { usePages } from '../../features/page/use-pages.js';
import { AlertPanel } from '../../features/triage/alert-panel.js';
import { TriagePageDocument, type TriageLineFragment } from '../../features/triage/generated/triage.js';
import { SEVERITY_TONE } from '../../features/triage/severity.js';
import { TriageDialog, type Asking } from '../../features/triage/triage-dialogs.js';
import classes from '../../features/triage/triage.module.css';
import { useTriageKeys } from '../../features/triage/use-triage-keys.js';
import { useTriage } from '../../features/triage/use-triage.js';

const VIEWS = ['TRIAGE', 'FIRING', 'ASIDE', 'ALL'] as const;
const AGAIN_MS = 15_000;

/** Alerts that nobody has sorted yet: one key each, and on to the next. */
export function TriagePage() {
  const text = useText();
  return (
    <Permitted permission="alert:read" title={text('app.nav.triage')}>
      <TriageList />
    </Permitted>
  );
}

function TriageList() {
  const text = useText();
  const address = useAddress();
  const mayAct = useMay()('ticket:open');
  const view = oneOf(address.get('view'), VIEWS);
  const pages = usePages({
    document: TriagePageDocument,
    variables: (after) => ({ view, first: 50, after }),
    connection: (data) => data.triageAlerts,
  });
  const { rows, reload } = pages;
  useEffect(() => {
    const timer = setInterval(reload, AGAIN_MS);
    return () => clearInterval(timer);
  }, [reload]);
  const [wanted, setWanted] = useState<{ readonly id: string; readonly index: number } | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const triage = useTriage(reload);
  const at = rows.findIndex(({ id }) => id === wanted?.id);
  // What was sorted leaves the list; the one that took its place is next.
  const index = at >= 0 ? at : Math.min(wanted?.index ?? 0, rows.length - 1);
  const current = rows[index] ?? null;
  const choose = (next: number): void => {
    const row = rows[next];
    if (row !== undefined) setWanted({ id: row.id, index: next });
  };
  useTriageKeys({ current, mayAct, triage, ask: setAsking, move: (step) => choose(index + step) });
  useEffect(() => {
    if (at < 0 && current !== null) setWanted({ id: current.id, index });
  }, [at, current, index]);
  return (
    <PageLayout
      title={text('app.nav.triage')}
      description={text('triage.lead')}
      width="wide"
      actions={
        <Segments
          label={text('triage.view')}
          hideLabel
          value={view}
          options={VIEWS.map((value) => ({ value, label: text(`triage.view.${value}`) }))}
          onChange={(value) => address.set({ view: value === 'TRIAGE' ? null : value })}
        />
      }
    >
      <div className={classes['split']}>
        <div>
          <Panel look="flush">
            {pages.error !== null && rows.length === 0 ? <QueryTrouble error={pages.error} onRetry={reload} /> : null}
            {pages.loading && rows.length === 0 ? <Skeleton height="3.5rem" lines={8} /> : null}
            {!pages.loading && pages.error === null && rows.length === 0 ? (
              <EmptyState icon={<IconCircleCheck stroke={1.5} />} title={text('triage.empty')}>
                {text('triage.emptyBody')}
              </EmptyState>
            ) : null}
            <ul className={classes['list']}>
              {rows.map((alert, place) => (
                <li key={alert.id}>
                  <Line alert={alert} current={alert.id === current?.id} onChoose={() => choose(place)} />
                </li>
              ))}
            </ul>
          </Panel>
          <More pages={pages} />
        </div>
        {current === null ? null : (
          <AlertPanel key={current.id} alert={current} triage={triage} ask={setAsking} mayAct={mayAct} />
        )}
      </div>
      {asking === null || current === null ? null : (
        <TriageDialog asking={asking} alert={current} triage={triage} onClose={() => setAsking(null)} />
      )}
    </PageLayout>
  );
}

interface LineProps {
  readonly alert: TriageLineFragment;
  readonly current: boolean;
  readonly onChoose: () => void;
}

function Line({ alert, current, onChoose }: LineProps) {
  const text = useText();
  const fires = alert.state === 'FIRING';
  return (
    <button type="button" className={classes['line']} aria-current={current} onClick={onChoose}>
      <span className={classes['title']}>{alert.title}</span>
      <span className={classes['meta']}>
        <Badge tone={fires ? SEVERITY_TONE[alert.severity] : 'ok'}>
          {fires ? text(`alert.severity.${alert.severity}`) : text('alert.state.RECOVERED')}
        </Badge>
        {alert.signals > 1 ? <Badge>{text('triage.times', { count: alert.signals })}</Badge> : null}
        {alert.flapping ? <Badge tone="warn">{text('triage.flapping')}</Badge> : null}
        {alert.underMaintenance ? <Badge>{text('triage.maintenance')}</Badge> : null}
        {alert.ticketKey === null ? null : <Badge tone="accent">{alert.ticketKey}</Badge>}
        <span>{alert.tenantName}</span>
        <span>{alert.sourceName}</span>
        <Time at={alert.lastAt} style="dayTime" />
      </span>
    </button>
  );
}
