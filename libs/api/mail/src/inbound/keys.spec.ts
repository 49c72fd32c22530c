import { newId } from '@daylight/api-platform';
import { mayReach } from './intake/reachable.js';
import { isSigned, replyAddress, replyTokenIn } from './reply-address.js';
import { openSecret, sealSecret } from './sealed-secret.js';

const SECRET = 'a'.repeat(32);

describe('the address for answers', () => {
  const target = { mailId: newId(), ticketId: newId(), personId: newId() };
  const address = replyAddress(SECRET, target, 'reply@answers.example') ?? '';

  it('fits into a local part, survives a change of case and leads back to its mail', () => {
    expect(address.split('@')[0]?.length).toBeLessThanOrEqual(64);
    const token = replyTokenIn(address.toUpperCase());
    expect(token?.mailId).toBe(target.mailId);
    expect(token !== null && isSigned(SECRET, token, target)).toBe(true);
  });

  it('holds for its own ticket and person only, and under its own key', () => {
    const token = replyTokenIn(address);
    if (token === null) throw new Error('no token');
    expect(isSigned(SECRET, token, { ...target, ticketId: newId() })).toBe(false);
    expect(isSigned(SECRET, token, { ...target, personId: newId() })).toBe(false);
    expect(isSigned('b'.repeat(32), token, target)).toBe(false);
  });

  it('is not made where the mailbox’s own name leaves no room', () => {
    expect(replyAddress(SECRET, target, `${'x'.repeat(30)}@acme.example`)).toBeNull();
    expect(replyTokenIn('help+something@acme.example')).toBeNull();
  });
});

describe('a sealed password', () => {
  const owner = { providerId: newId(), mailboxId: newId() };

  it('opens for its mailbox, and for no other, with no other key, nor altered (G13)', () => {
    const sealed = sealSecret(SECRET, owner, '비밀번호-hunter2');
    expect(openSecret(SECRET, owner, sealed)).toBe('비밀번호-hunter2');
    expect(openSecret(SECRET, { ...owner, mailboxId: newId() }, sealed)).toBeNull();
    expect(openSecret('b'.repeat(32), owner, sealed)).toBeNull();
    const altered = Buffer.from(sealed);
    altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1;
    expect(openSecret(SECRET, owner, altered)).toBeNull();
    expect(sealed.toString('latin1')).not.toContain('hunter2');
  });
});

it.each([
  ['a public address', '8.8.8.8', [], true],
  ['this machine', '127.0.0.1', [], false],
  ['this machine as an IPv6 address', '::ffff:127.0.0.1', [], false],
  ['the office', '10.1.2.3', [], false],
  ['the cloud’s own metadata', '169.254.169.254', [], false],
  ['the office where the installation names it', '10.1.2.3', ['10.0.0.0/8'], true],
  ['another network than the named one', '192.168.1.1', ['10.0.0.0/8'], false],
  ['internal networks by their kind', '192.168.1.1', ['uniquelocal'], true],
] as const)('mail is fetched from %s or not', (_what, address, networks, may) => {
  expect(mayReach(address, networks)).toBe(may);
});
