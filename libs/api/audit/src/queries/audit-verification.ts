import { statement, type Tx } from '@daylight/api-database';
import { DaylightError, type StaffScope } from '@daylight/api-platform';
import { parseHead, SEALS_AFTER, UNSEALED, verifyChain, type SealRow, type UnsealedRow } from '../chain/verify.js';
import { FAULT_TEXT, NOT_A_HEAD } from '../messages.js';
import { auditHead } from './audit-head.js';

const SEALS = statement<SealRow>('audit-seals-after', SEALS_AFTER);
const REST = statement<UnsealedRow>('audit-unsealed', UNSEALED);
const NOTHING: UnsealedRow = { unsealed: 0, stray: 0, first_entry_id: null, first_at_ms: null };

/**
 * `auditVerification` as SDL has it. Throws FORBIDDEN for staff who see only some clients: what they can't see would look
 * deleted. Throws BAD_INPUT for a noted head that is none.
 */
export async function auditVerification(tx: Tx<StaffScope>, notedHead: string | null) {
  if (tx.scope.restricted)
    throw new DaylightError('FORBIDDEN', 'only who sees every client can verify the whole trail');
  const noted = notedHead === null ? null : parseHead(notedHead);
  if (notedHead !== null && noted === null) throw new DaylightError('BAD_INPUT', NOT_A_HEAD);
  const { providerId, language } = tx.scope;
  const verdict = await verifyChain(
    {
      sealsAfter: (seq) => tx.query(SEALS, [providerId, seq]),
      unsealed: async () => (await tx.query(REST, [providerId]))[0] ?? NOTHING,
    },
    noted,
  );
  if (verdict.kind === 'intact') {
    return {
      __typename: 'AuditIntact',
      entries: verdict.entries,
      head: await auditHead(tx),
      unsealed: verdict.unsealed,
    };
  }
  const { fault, seq, entryId, at } = verdict;
  return { __typename: 'AuditBroken', fault, seq, entryId, at, message: FAULT_TEXT[fault][language] };
}
