import { createSession, onSignedOut } from './sessions.js';

describe('word that a session is over', () => {
  it('names the session it is about, so that whoever signed in since stays signed in', async () => {
    const answer = new Response(
      JSON.stringify({ errors: [{ message: 'no', extensions: { code: 'UNAUTHENTICATED' } }] }),
      { status: 401, headers: { 'content-type': 'application/json' } },
    );
    Object.assign(globalThis, { document: { documentElement: { lang: 'ko' } } });
    globalThis.fetch = jest.fn(() => Promise.resolve(answer));
    const options = { url: '/portal/graphql', tenantId: () => null };
    const left = createSession(options);
    const come = createSession(options);
    const told = jest.fn();
    const stop = onSignedOut(told);
    await left.query('{ viewer { id } }', {}).toPromise();
    stop();
    expect(told.mock.calls).toEqual([[left]]);
    expect(told).not.toHaveBeenCalledWith(come);
  });
});
