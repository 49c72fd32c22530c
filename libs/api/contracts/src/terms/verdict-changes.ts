import { sha256 } from '@daylight/api-platform';
import { digestOf } from '@daylight/domain';

/**
 * Digest of the list of verdicts that a version reaching back would change: always the empty list, since a ticket keeps
 * the version it was bound to at opening (D-CON-1). Both parties sign it all the same when a version begins in the
 * past (D-CON-4), so that each has said it knows the date.
 */
export const NO_VERDICTS_CHANGE = digestOf([], sha256);
