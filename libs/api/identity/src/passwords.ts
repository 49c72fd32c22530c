import { hash, verify } from '@node-rs/argon2';
import { normalisePassword } from './input.js';

/** argon2id, OWASP's first choice of parameters: 19 MiB, two passes, one lane (the library's defaults, written down). */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/**
 * The hash of nobody's password, under the same parameters. Verified against when an address isn't known, so that a
 * refusal takes the same time (A1).
 */
const NOBODY = hash('nobody signs in with this', PARAMETERS);

/** What is stored of a password: argon2id in PHC form. Also for seeding accounts. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalisePassword(password), PARAMETERS);
}

export function passwordFits(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, normalisePassword(password));
}

/** Takes as long as {@link passwordFits} does, and says no. */
export async function passwordFitsNobody(password: string): Promise<false> {
  await verify(await NOBODY, normalisePassword(password));
  return false;
}
