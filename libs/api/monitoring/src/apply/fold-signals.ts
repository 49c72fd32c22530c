import { newId } from '@daylight/api-platform';
import { groupKeyOf, stepAlert, type AlertState, type Grouping, type Instant, type Signal } from '@daylight/domain';
import type { AlertRow, ChangeRow, StoredAlert } from './alert-rows.js';

/** What one delivery said. */
export interface Arrival {
  readonly deliveryId: string | null;
  readonly receivedAt: Instant;
  readonly signals: readonly Signal[];
}

/** An alert after everything that was said about it. */
export interface FoldedAlert {
  readonly row: AlertRow;
  /** null: nobody had heard of it. */
  readonly before: StoredAlert | null;
  readonly changes: readonly ChangeRow[];
  /** It began anew during these arrivals. */
  readonly fired: boolean;
}

interface Folding {
  readonly before: StoredAlert | null;
  row: AlertRow | null;
  state: AlertState | null;
  changes: ChangeRow[];
}

function start(before: StoredAlert | undefined): Folding {
  if (before === undefined) return { before: null, row: null, state: null, changes: [] };
  const { snoozed_until: _snoozed, suppressed_at: _suppressed, ticket_open: _open, changes, ...row } = before;
  const { state, last_at: lastAt, signals: count, flapping } = before;
  return { before, row, state: { state, lastAt, count, flapping, changes }, changes: [] };
}

function fresh(signal: Signal, at: Instant): AlertRow {
  return {
    ...{ alert_id: newId(), fingerprint: signal.fingerprint, group_key: '', title: '', description: '', version: 0 },
    ...{
      severity: signal.severity,
      state: signal.state,
      labels: {},
      link: null,
      signals: 0,
      first_at: at,
      last_at: at,
    },
    ...{ since: at, settled_at: null, flapping: false, ticket_id: null, maintenance_id: null },
  };
}

function step(folding: Folding, signal: Signal, { deliveryId, receivedAt }: Arrival, grouping: Grouping): void {
  const stepped = stepAlert(folding.state, signal, receivedAt);
  if (stepped.kind === 'UNKNOWN') return;
  const { next } = stepped;
  const row = folding.row ?? fresh(signal, receivedAt);
  const changed = stepped.kind === 'FIRED' || stepped.kind === 'RECOVERED';
  // The end of an alert may say less of it than its beginning did: words are taken while it fires.
  const words = signal.state === 'FIRING' && stepped.kind !== 'UNCHANGED' ? wordsOf(signal, row, grouping) : {};
  folding.state = next;
  folding.row = {
    ...{ ...row, ...words, state: next.state, signals: next.count, last_at: next.lastAt, flapping: next.flapping },
    ...(changed ? { since: receivedAt, settled_at: stepped.kind === 'RECOVERED' ? stepped.settledAt : null } : {}),
    ...(changed ? { version: row.version + 1 } : {}),
  };
  if (!changed) return;
  const change = { alert_id: row.alert_id, kind: stepped.kind, at: receivedAt, occurred_at: signal.occurredAt };
  folding.changes.push({ ...change, delivery_id: deliveryId });
}

function wordsOf(signal: Signal, row: AlertRow, grouping: Grouping): Partial<AlertRow> {
  const { title, description, severity, labels, link } = signal;
  // What shares a ticket goes on sharing it while that is open.
  const key = row.ticket_id === null || row.group_key === '' ? groupKeyOf(signal, grouping) : row.group_key;
  return { title, description, severity, labels, link, group_key: key };
}

/** Folds arrivals, in the order of their receipt, into the alerts that they are about (D-MON-1). Pure but for new ids. */
export function foldSignals(
  known: readonly StoredAlert[],
  arrivals: readonly Arrival[],
  grouping: Grouping,
): readonly FoldedAlert[] {
  const byFingerprint = new Map(known.map((alert) => [alert.fingerprint, alert]));
  const foldings = new Map<string, Folding>();
  for (const arrival of arrivals) {
    for (const signal of arrival.signals) {
      const folding = foldings.get(signal.fingerprint) ?? start(byFingerprint.get(signal.fingerprint));
      foldings.set(signal.fingerprint, folding);
      step(folding, signal, arrival, grouping);
    }
  }
  return [...foldings.values()].flatMap(({ row, before, changes }) =>
    row === null ? [] : [{ row, before, changes, fired: changes.some(({ kind }) => kind === 'FIRED') }],
  );
}
