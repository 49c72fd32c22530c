import type { Tx } from '@daylight/api-database';
import { DaylightError, type StaffScope } from '@daylight/api-platform';
import {
  choosePolicy,
  DAY,
  RANGE_FROM,
  RANGE_TO,
  simulate,
  type EscalationCase,
  type Instant,
  type SimulatedMoment,
} from '@daylight/domain';
import { sayCall, saySkipped, type CallWords } from '@daylight/text';
import { loadDirectory } from '../directory/load-directory.js';
import { inReach } from './in-reach.js';
import { standInPolicy } from '../runs/stand-in-policy.js';

/** "P1 at 03:00 Sunday for this client: who, when", null: no such client. By the ladder and the look-up of a real run. */
export async function simulation(tx: Tx<StaffScope>, of: EscalationCase, at: Instant) {
  if (at < RANGE_FROM || at > RANGE_TO - 366 * DAY) throw new DaylightError('BAD_INPUT', 'at is out of its range');
  if (!(await inReach(tx, of.tenantId, of.contractId))) return null;
  const directory = await loadDirectory(tx, of.tenantId);
  const chosen = choosePolicy(directory.policies, of);
  const simulated = simulate(directory, of, at, chosen ?? standInPolicy(directory, of.tenantId));
  if (simulated === null) return null;
  const words: CallWords = { directory, zone: tx.scope.zone, language: tx.scope.language };
  const moment = ({ at: then, round, callable, skipped }: SimulatedMoment) => ({
    ...{ at: then, round, calls: callable.map((call) => sayCall(call, words)) },
    skipped: skipped.map((one) => saySkipped(one, words)),
  });
  const { exhaustedAt, reachesNobody } = simulated;
  return {
    ...{ policyName: chosen?.name ?? null, exhaustedAt, reachesNobody },
    moments: simulated.moments.map(moment),
    fallback: moment(simulated.fallback),
  };
}
