import type { RelayedEvent, Subscriber, Tx } from '@daylight/api-database';
import type { SystemScope } from '@daylight/api-platform';
import { maintenanceAt } from '../maintenance/held-alerts.js';
import { tellOf } from './tell-client.js';
import { creditWords, exclusionWords, outageWords } from './words.js';

/** An outage's update says more than that it was opened or closed, and comes with it. */
const OUTAGE_TOPICS = [
  'outage.opened',
  'outage.updated',
  'outage.closed',
  'outage.corrected',
  'outage.withdrawn',
] as const;
const STAGES: Readonly<Record<string, string>> = {
  'outage.opened': 'OPENED',
  'outage.closed': 'RESOLVED',
  'outage.corrected': 'CORRECTED',
  'outage.withdrawn': 'WITHDRAWN',
};

async function tellOutage(tx: Tx<SystemScope>, event: RelayedEvent): Promise<void> {
  const { outageId, updateId = null } = event.ids;
  if (outageId === undefined || event.tenantId === null || event.ids['said'] === 'true') return;
  const told = await outageWords(tx, outageId, updateId);
  if (told === null) return;
  const { fromSignals, serviceItemId, words } = told;
  // Work was announced: whoever reads the page knows why, and the mailbox stays quiet.
  const expected =
    fromSignals && (await maintenanceAt(tx, { tenantId: event.tenantId, serviceItemId, at: tx.now })) !== null;
  if (expected) return;
  const stage = words['stage'] ?? STAGES[event.topic] ?? 'OPENED';
  const to = [
    { who: 'READERS', mail: true },
    { who: 'MEMBERS', mail: false },
  ] as const;
  await tellOf(tx, event, { kind: 'OUTAGE_UPDATED', words: { ...words, stage }, to });
}

async function tellExclusion(tx: Tx<SystemScope>, event: RelayedEvent): Promise<void> {
  const words = await exclusionWords(tx, event.ids['exclusionId'] ?? '');
  if (words === null) return;
  const to = [
    { who: 'APPROVERS', mail: true },
    { who: 'READERS', mail: false },
  ] as const;
  await tellOf(tx, event, { kind: 'EXCLUSION_PROPOSED', words, to });
}

async function tellProposed(tx: Tx<SystemScope>, event: RelayedEvent): Promise<void> {
  const words = await creditWords(tx, event.ids['creditId'] ?? '');
  if (words === null) return;
  const to = [
    { who: 'APPROVERS', mail: true },
    { who: 'READERS', mail: false },
  ] as const;
  await tellOf(tx, event, { kind: 'CREDIT_PROPOSED', words, to });
}

async function tellAnswered(tx: Tx<SystemScope>, event: RelayedEvent): Promise<void> {
  const words = await creditWords(tx, event.ids['creditId'] ?? '');
  if (words === null) return;
  const word = event.topic.replace('credit.', '').toUpperCase();
  const mail = word !== 'COMMENTED';
  const to = [
    { who: 'MANAGERS', mail },
    { who: 'APPROVERS', mail: word === 'SETTLED' },
  ] as const;
  await tellOf(tx, event, { kind: 'CREDIT_ANSWERED', words: { ...words, word }, to });
}

/** What people are told of outages, exclusions and credits, in the application and by mail. */
export const availabilityTellings: readonly Subscriber[] = [
  { name: 'availability.tell-outage', topics: OUTAGE_TOPICS, handle: tellOutage },
  { name: 'availability.tell-exclusion', topics: ['exclusion.proposed'], handle: tellExclusion },
  { name: 'availability.tell-credit', topics: ['credit.proposed'], handle: tellProposed },
  {
    name: 'availability.tell-answer',
    topics: ['credit.accepted', 'credit.disputed', 'credit.waived', 'credit.settled', 'credit.commented'],
    handle: tellAnswered,
  },
];
