import { statement, type Tx } from '@daylight/api-database';

const SET = statement('contract-savepoint', 'savepoint contract_act');
const BACK = statement('contract-savepoint-back', 'rollback to savepoint contract_act');
const RELEASE = statement('contract-savepoint-release', 'release savepoint contract_act');

/**
 * Runs writes that the exclusion constraint may refuse. Null: it did, and nothing of `work` was written; the transaction
 * goes on. Every other failure is thrown on.
 */
export async function unlessExcluded<T>(tx: Tx, work: () => Promise<T>): Promise<T | null> {
  await tx.query(SET);
  try {
    const result = await work();
    await tx.query(RELEASE);
    return result;
  } catch (error) {
    if (!isExclusion(error)) throw error;
    await tx.query(BACK);
    return null;
  }
}

function isExclusion(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === '23P01';
}
