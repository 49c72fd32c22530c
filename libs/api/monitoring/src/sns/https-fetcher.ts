import { get } from 'node:https';
import { checkedLookup } from '@daylight/api-channels';

/** Fetches a text by GET. Throws when it can't be had; the caller has checked whose address it is. */
export type Fetcher = (url: URL) => Promise<string>;

const LONGEST = 64 * 1024;
const TIMEOUT_MS = 10_000;

/** By TLS, to public addresses, without following anything, 64 kB and ten seconds at most. */
export const httpsFetcher: Fetcher = (url) =>
  new Promise((resolve, reject) => {
    const request = get(
      url,
      { lookup: checkedLookup('https:', []), signal: AbortSignal.timeout(TIMEOUT_MS), agent: false },
      (response) => {
        if (response.statusCode !== 200) {
          response.destroy();
          reject(new Error(`${url.hostname} answered ${response.statusCode ?? '?'}`));
          return;
        }
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => {
          text += part;
          if (text.length > LONGEST) response.destroy(new Error(`${url.hostname} sends too much`));
        });
        response.on('end', () => resolve(text));
        response.on('error', reject);
      },
    );
    request.on('error', reject);
  });
