import { createClient, signInAs } from '@daylight/api-testing';
import { type Caller } from '@daylight/api-database';
import { changePassword, updateProfile } from './own-account.js';
import { hashPassword } from './passwords.js';
import { endSession, listSessions, signOutEverywhere } from './sessions.js';
import { createPeople, type People } from './people.fixture.js';

let db: People['db'];
let providerId: string;
let acme: string;

beforeAll(async () => {
  ({ db, providerId, acme } = await createPeople());
});
afterAll(() => db.close());

describe('the own account', () => {
  it('name, language and zone change unless somebody changed them first', async () => {
    const personId = await createClient(db, providerId, acme);
    const caller = await signInAs(db, { providerId, personId }, 'PORTAL');
    const update = (displayName: string, version: number) =>
      db.app.asPerson(caller, (tx) =>
        updateProfile(tx, { displayName, language: 'en', timeZone: 'Europe/Berlin', version }, caller.token),
      );
    await expect(update(' 최  유진 ', 1)).resolves.toMatchObject({
      viewer: { displayName: '최 유진', language: 'en', timeZone: 'Europe/Berlin', version: 2 },
    });
    await expect(update('Late', 1)).resolves.toMatchObject({
      __typename: 'ProfileChangedMeanwhile',
      current: { displayName: '최 유진', version: 2 },
    });
    await expect(update('\u0000', 2)).resolves.toMatchObject({ problems: [{ kind: 'unprintable-characters' }] });
    const names = await db.owner('select display_name from directory_entry where person_id = $1', [personId]);
    expect(names).toEqual([{ display_name: '최 유진' }]);
  });

  it('a new password needs the current one and ends the other sessions', async () => {
    const personId = await createClient(db, providerId, acme);
    await db.owner('insert into credential values ($1, $2, $3, now())', [
      providerId,
      personId,
      await hashPassword('current-pass-1'),
    ]);
    const [here, there] = await Promise.all([
      signInAs(db, { providerId, personId }, 'PORTAL'),
      signInAs(db, { providerId, personId }, 'PORTAL'),
    ]);
    const change = (currentPassword: string) =>
      db.app.asPerson(here, (tx) => changePassword(tx, { currentPassword, newPassword: 'next-password-2' }));
    await expect(change('guess')).resolves.toMatchObject({
      problems: [{ path: 'currentPassword', kind: 'password-wrong' }],
    });
    await expect(change('current-pass-1')).resolves.toEqual({ __typename: 'PasswordChanged', ok: true });
    await expect(change('next-password-2')).resolves.toMatchObject({ __typename: 'PasswordChanged' });
    await expect(db.app.asPerson(there, () => Promise.resolve(1))).rejects.toMatchObject({ code: 'DL401' });
    const guesses: string[] = [];
    for (let n = 0; n < 18; n += 1) guesses.push((await change('guess')).__typename);
    expect(guesses.at(16)).toBe('InputRefused');
    expect(guesses.at(17)).toBe('TooManyAttempts');
  });

  it('sessions are listed, ended one by one and all at once; nobody ends another’s', async () => {
    const personId = await createClient(db, providerId, acme);
    const other = await signInAs(db, { providerId, personId: await createClient(db, providerId, acme) }, 'PORTAL');
    const callers: (Caller & { token: string })[] = [];
    for (let n = 0; n < 3; n += 1) callers.push(await signInAs(db, { providerId, personId }, 'PORTAL'));
    const [here, there] = callers;
    if (here === undefined || there === undefined) throw new Error('two sessions were opened');
    const list = await db.app.asPerson(here, listSessions);
    expect(list.filter(({ current }) => current)).toHaveLength(1);
    const thereId = await db.app.asPerson(there, (tx) => Promise.resolve(tx.scope.sessionId));
    const foreignId = await db.app.asPerson(other, (tx) => Promise.resolve(tx.scope.sessionId));
    await expect(db.app.asPerson(here, (tx) => endSession(tx, { sessionId: foreignId }))).resolves.toMatchObject({
      __typename: 'NotFound',
    });
    await expect(db.app.asPerson(here, (tx) => endSession(tx, { sessionId: thereId }))).resolves.toMatchObject({
      __typename: 'SessionEnded',
    });
    await expect(db.app.asPerson(there, () => Promise.resolve(1))).rejects.toMatchObject({ code: 'DL401' });
    await db.app.asPerson(here, signOutEverywhere);
    for (const caller of callers) {
      await expect(db.app.asPerson(caller, () => Promise.resolve(1))).rejects.toMatchObject({ code: 'DL401' });
    }
    await expect(db.app.asPerson(other, () => Promise.resolve(1))).resolves.toBe(1);
  });
});
