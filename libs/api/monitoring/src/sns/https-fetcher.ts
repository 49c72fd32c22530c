import { lookup, type LookupAddress } from 'node:dns';
import { get } from 'node:https';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Fetches a text by GET. Throws when it can't be had; the caller has checked whose address it is. */
export type Fetcher = (url: URL) => Promise<string>;

const LONGEST = 64 * 1024;
const TIMEOUT_MS = 10_000;

const isPublic = (address: string): boolean => ipaddr.process(address).range() === 'unicast';

/** Resolves names to public addresses only, at the moment of connecting (G11). */
const publicOnly: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    const addresses: readonly LookupAddress[] = error === null ? found.filter(({ address }) => isPublic(address)) : [];
    const [first] = addresses;
    const failure = error ?? new Error(`${hostname} has no public address`);
    if (first === undefined) done(failure, '', 0);
    else if (options.all === true) done(null, [...addresses]);
    else done(null, first.address, first.family);
  });
};

/** By TLS, to public addresses, without following anything, 64 kB and ten seconds at most. */
export const httpsFetcher: Fetcher = (url) =>
  new Promise((resolve, reject) => {
    const request = get(
      url,
      { lookup: publicOnly, signal: AbortSignal.timeout(TIMEOUT_MS), agent: false },
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
