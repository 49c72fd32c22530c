import type { IncomingHttpHeaders } from 'node:http';
import type { Language } from '@daylight/domain';

/**
 * The language that a request asks its answer in: our apps send exactly the one of their switch. Null for everything
 * else, a browser's own list of preferences too: then the person's profile decides.
 */
export function askedLanguage(headers: IncomingHttpHeaders): Language | null {
  const asked = headers['accept-language']?.trim().toLowerCase();
  return asked === 'ko' || asked === 'en' ? asked : null;
}
