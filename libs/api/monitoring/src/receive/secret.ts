import { createHmac } from 'node:crypto';

/**
 * The secret of a source: derived from the installation's, so that none lies in the database. Another `version` is another
 * secret; 0 means that none was issued.
 */
export function sourceSecret(master: string, sourceId: string, version: number): string {
  return createHmac('sha256', master).update(`alert-source:${sourceId}:${version}`).digest('base64url');
}
