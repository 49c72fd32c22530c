import { isId } from '@daylight/api-calendars';
import { statement, type Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import {
  attainmentOf,
  localDateOf,
  previousPeriods,
  quarterOf,
  type AttainmentLine,
  type ClockKind,
  type Instant,
  type LocalizedText,
  type OutOfHoursLoad,
  type Period,
  type Priority,
  type Terms,
  type VerdictCount,
} from '@daylight/domain';
import { contractView, type ContractView } from '../queries/contracts.js';
import { versionRow, type VersionView } from '../queries/version-rows.js';
import { termsByDigest } from '../terms/stored-terms.js';
import { attainmentCredits, type WhatIfCreditView } from './attainment-credits.js';
import { pastTickets, ticketIdsOf, type Reach } from './past-tickets.js';
import { replayAll, type Replayed } from './replay.js';
import { staffedHours } from './staffed-hours.js';
import { verdictChangeList, type VerdictChangeListView } from './verdict-change-view.js';

// A person waits for the answer, and a connection with them: what takes longer is refused rather than queued behind.
const PATIENCE = statement('what-if-patience', `select set_config('statement_timeout', '10s', true)`);
const MOST_TICKETS = 20_000;
const MOST_BACK = 4;

/** `WhatIfQuarter` of the schema. */
export interface WhatIfQuarterView {
  readonly period: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly running: boolean;
  readonly tooMany: boolean;
  readonly tickets: number;
  readonly outOfContract: number;
  readonly attainment: readonly AttainmentView[];
  readonly staffedHours: LocalizedText;
  readonly loadBefore: OutOfHoursLoad;
  readonly loadAfter: OutOfHoursLoad;
  readonly creditsBefore: readonly WhatIfCreditView[];
  readonly creditsAfter: readonly WhatIfCreditView[];
  readonly verdictChanges: VerdictChangeListView;
}

interface AttainmentView {
  readonly clock: ClockKind;
  readonly priority: Priority;
  readonly metBefore: number;
  readonly missedBefore: number;
  readonly metAfter: number;
  readonly missedAfter: number;
  /** Hundredths of a percent. */
  readonly attainmentBefore: number | null;
  readonly attainmentAfter: number | null;
}

export interface WhatIfInput {
  readonly versionId: string;
  /** 0: the running quarter so far; 1 to 4: whole ones before it. Others are read as the nearest of these. */
  readonly quartersBack: number;
}

/**
 * One quarter replayed under a version's terms (domain.md section 2). Statements: nine and one for each 500 tickets,
 * however many change. Writes nothing and re-judges nothing (D-CON-1).
 */
export async function whatIfQuarter(tx: Tx<StaffScope>, input: WhatIfInput): Promise<WhatIfQuarterView | null> {
  const row = isId(input.versionId) ? await versionRow(tx, input.versionId) : null;
  const contract = row === null ? null : await contractView(tx, row.contractId);
  if (row === null || contract === null) return null;
  await tx.query(PATIENCE);
  const period = quarterBack(row.zone, tx.now, input.quartersBack);
  const held = heldIn(contract, period, row.versionId);
  const byDigest = await termsByDigest(tx, [row.digest, held?.digest ?? row.digest]);
  const proposed = byDigest.get(row.digest);
  if (proposed === undefined) return null;
  const current = byDigest.get(held?.digest ?? row.digest) ?? proposed;
  return replayQuarter(tx, { contract, period, proposed, current, held, versionId: row.versionId });
}

interface Question {
  readonly contract: ContractView;
  readonly period: Period;
  readonly proposed: Terms;
  /** The terms that were in force in the quarter; the proposed ones when none were. */
  readonly current: Terms;
  readonly held: VersionView | null;
  readonly versionId: string;
}

async function replayQuarter(tx: Tx<StaffScope>, question: Question): Promise<WhatIfQuarterView> {
  const { contract, period, proposed, current } = question;
  const asOf = Math.min(tx.now, period.to);
  const staffed = await staffedHours(tx, current);
  const ids = await ticketIdsOf(tx, contract.tenantId, { from: period.from, to: asOf, most: MOST_TICKETS });
  const batches = pastTickets(tx, reachOf(contract, proposed), ids ?? []);
  const replayed = await replayAll(tx, batches, { proposed, period, asOf, staffed: staffed.calendar });
  return {
    ...{ period: period.key, from: period.from, to: asOf, running: tx.now < period.to, tooMany: ids === null },
    ...{ tickets: replayed.tickets, outOfContract: replayed.outOfContract, attainment: sideBySide(replayed) },
    ...{ staffedHours: staffed.name, loadBefore: replayed.before.load, loadAfter: replayed.after.load },
    ...creditsOf(question, replayed),
    verdictChanges: await verdictChangeList(tx, replayed.changes),
  };
}

/** Tickets of the contract, and those of services that the terms would cover. */
export function reachOf({ tenantId, versions }: ContractView, terms: Terms): Reach {
  return {
    tenantId,
    versionIds: new Set(versions.map(({ id }) => id)),
    serviceItemIds: new Set(terms.services.map(({ serviceItemId }) => serviceItemId)),
  };
}

function quarterBack(zone: string, now: Instant, back: number): Period {
  const running = quarterOf(zone, now);
  const steps = Math.min(Math.max(Math.trunc(back), 0), MOST_BACK);
  return steps === 0 ? running : (previousPeriods(zone, running.key, steps)[0] ?? running);
}

/** The other version that held last in a quarter; null: none did. */
function heldIn({ versions }: ContractView, { from, to }: Period, versionId: string): VersionView | null {
  const held = ({ id, state, effectiveFrom, effectiveTo }: VersionView): boolean =>
    id !== versionId && state === 'AGREED' && effectiveFrom < to && (effectiveTo === null || effectiveTo > from);
  return versions.find(held) ?? null;
}

function sideBySide({ before, after }: Replayed): readonly AttainmentView[] {
  const key = ({ clock, priority }: AttainmentLine): string => `${clock}/${priority}`;
  const [was, would] = [before, after].map(({ attainment }) => new Map(attainment.map((line) => [key(line), line])));
  const lines = new Map([...before.attainment, ...after.attainment].map((line) => [key(line), line]));
  return [...lines].map(([name, { clock, priority }]) => {
    const [one, other] = [was?.get(name) ?? NO_VERDICTS, would?.get(name) ?? NO_VERDICTS];
    return {
      ...{ clock, priority, metBefore: one.met, missedBefore: one.missed },
      ...{ metAfter: other.met, missedAfter: other.missed },
      ...{ attainmentBefore: attainmentOf(one), attainmentAfter: attainmentOf(other) },
    };
  });
}

const NO_VERDICTS: VerdictCount = { met: 0, missed: 0 };

function creditsOf({ period, proposed, current, held, versionId }: Question, { before, after }: Replayed) {
  const began = held === null ? period.from : Math.max(period.from, held.effectiveFrom);
  const { firstDate } = period;
  return {
    creditsBefore:
      held === null
        ? []
        : attainmentCredits({
            ...{ terms: current, versionId: held.id, period, attainment: before.attainment },
            from: localDateOf(period.zone, began),
          }),
    creditsAfter: attainmentCredits({
      ...{ terms: proposed, versionId, period, attainment: after.attainment },
      from: firstDate,
    }),
  };
}
