import { createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { MINUTE } from '@daylight/domain';
import { prove, type Proof } from './prove.js';
import { BodyTooLarge, readLimited } from './read-limited.js';
import { sourceSecret } from './secret.js';
import type { IntakeAuth, KnownSource } from './source-lookup.js';

const MASTER = 'm'.repeat(32);
const NOW = Date.parse('2026-11-23T00:00:00Z');
const BODY = Buffer.from('{"a":1}');
const secret = sourceSecret(MASTER, 's-1', 2);
const source = (auth: IntakeAuth, secretVersion = 2): KnownSource => ({
  ...{ keyHash: Buffer.alloc(32), sourceId: 's-1', vendor: 'generic', auth, secretVersion, version: 1 },
  ...{ perMinute: 60, maxBytes: 1_000 },
});
const sign = (key: string, text: string) => createHmac('sha256', key).update(text).update(BODY).digest('hex');
const seconds = (at: number) => String(at / 1_000);
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
const outcome = (proof: Proof) => (proof.kind === 'proved' ? 'proved' : proof.why);

describe('what a sender proves', () => {
  const old = seconds(NOW - 6 * MINUTE);
  const table: readonly (readonly [string, KnownSource, IncomingHttpHeaders, string])[] = [
    ['the address alone', source('KEY'), {}, 'proved'],
    ['a secret in its header', source('SECRET'), { 'x-daylight-secret': secret }, 'proved'],
    ['a secret as a bearer token', source('SECRET'), { authorization: `Bearer ${secret}` }, 'proved'],
    ['a secret as a password', source('SECRET'), { authorization: basic(`u:${secret}`) }, 'proved'],
    ['no secret', source('SECRET'), {}, 'MISSING'],
    ['an empty secret', source('SECRET'), { 'x-daylight-secret': '' }, 'MISSING'],
    ['an empty bearer token', source('SECRET'), { authorization: 'Bearer ' }, 'MISSING'],
    ['an empty password', source('SECRET'), { authorization: basic('u:') }, 'MISSING'],
    ['a wrong secret', source('SECRET'), { 'x-daylight-secret': `${secret}x` }, 'WRONG'],
    ['the secret before this one', source('SECRET', 3), { 'x-daylight-secret': secret }, 'WRONG'],
    ['nothing, of a source without a secret', source('SECRET', 0), {}, 'UNSET'],
    [
      'a guess, of a source without a secret',
      source('SECRET', 0),
      { 'x-daylight-secret': sourceSecret(MASTER, 's-1', 0) },
      'UNSET',
    ],
    [
      'a signature, of a source without a secret',
      source('HMAC', 0),
      { 'x-daylight-signature': `t=${seconds(NOW)},v1=${sign('', `${seconds(NOW)}.`)}` },
      'UNSET',
    ],
    [
      'a signature',
      source('HMAC'),
      { 'x-daylight-signature': `t=${seconds(NOW)},v1=${sign(secret, `${seconds(NOW)}.`)}` },
      'proved',
    ],
    [
      'a signature of another instant',
      source('HMAC'),
      { 'x-daylight-signature': `t=${seconds(NOW)},v1=${sign(secret, `${old}.`)}` },
      'WRONG',
    ],
    ['an old signature', source('HMAC'), { 'x-daylight-signature': `t=${old},v1=${sign(secret, `${old}.`)}` }, 'STALE'],
    [
      'a signature without its instant',
      source('HMAC'),
      { 'x-daylight-signature': `v1=${sign(secret, '')}` },
      'MISSING',
    ],
    [
      ...(['Grafana’s signature', source('HMAC')] as const),
      {
        'x-grafana-alerting-signature': sign(secret, `${seconds(NOW)}:`),
        'x-grafana-alerting-timestamp': seconds(NOW),
      },
      'proved',
    ],
    [
      'Grafana’s signature without its instant',
      source('HMAC'),
      { 'x-grafana-alerting-signature': sign(secret, '') },
      'MISSING',
    ],
    ['a secret where a signature is asked for', source('HMAC'), { 'x-daylight-secret': secret }, 'MISSING'],
  ];

  test.each(table)('%s: decided as it should be', (_name, from, headers, expected) => {
    expect(outcome(prove(from, { headers, body: BODY, now: NOW }, MASTER))).toBe(expected);
  });

  test('the same signed delivery has the same name, another instant another', () => {
    const at = (instant: number) => {
      const headers = { 'x-daylight-signature': `t=${seconds(instant)},v1=${sign(secret, `${seconds(instant)}.`)}` };
      const proof = prove(source('HMAC'), { headers, body: BODY, now: NOW }, MASTER);
      return proof.kind === 'proved' ? proof.replayKey : null;
    };
    expect(at(NOW)).toBe(at(NOW));
    expect(at(NOW)).not.toBe(at(NOW - 1_000));
  });

  test('each source and each issue has a secret of its own', () => {
    const all = ['a', 'b'].flatMap((id) => [1, 2].map((version) => sourceSecret(MASTER, id, version)));
    expect(new Set(all).size).toBe(4);
  });
});

describe('how much a source may send', () => {
  async function* parts(...sizes: readonly number[]) {
    for (const size of sizes) yield Buffer.alloc(size, 'a');
  }

  test('what is announced as too long is not read, what turns out too long is not read to its end', async () => {
    expect(await readLimited(parts(4, 6), 10, 10)).toHaveLength(10);
    await expect(readLimited(parts(), 11, 10)).rejects.toThrow(BodyTooLarge);
    await expect(readLimited(parts(4, 6, 1), 0, 10)).rejects.toThrow(BodyTooLarge);
  });
});
