import type { TriageLineFragment } from './generated/triage.js';

const NOW = '2026-11-23T00:00:00Z';

/** An alert that nobody has sorted, for specs. */
export const alert = (id: string, more: Partial<TriageLineFragment> = {}): TriageLineFragment => ({
  __typename: 'TriageAlert',
  ...{ id, title: id, description: '', severity: 'HIGH', state: 'FIRING', fingerprint: id, labels: [], link: null },
  ...{
    signals: 1,
    firstAt: NOW,
    lastAt: NOW,
    since: NOW,
    flapping: false,
    sourceId: 's',
    sourceName: '',
    tenantId: 't',
  },
  ...{ tenantName: '', serviceName: { __typename: 'LocalizedText', ko: '', en: '' }, impact: 2, urgency: 2 },
  ...{ ticketId: null, ticketKey: null, ticketSubject: null, groupKey: id, sharing: 0, claimedBy: null },
  ...{ snoozedUntil: null, suppressReason: null, underMaintenance: false, version: 1, ...more },
});
