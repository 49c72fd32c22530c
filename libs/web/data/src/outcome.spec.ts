import { outcomeOf, UnknownOutcome } from './outcome.js';

type Result =
  | { readonly __typename: 'SignedIn'; readonly name: string }
  | { readonly __typename: 'SignInRefused'; readonly reason: string };
const say = (result: Result): string =>
  outcomeOf(result, { SignedIn: ({ name }) => `hello ${name}`, SignInRefused: ({ reason }) => reason });

describe('outcomes', () => {
  it('each outcome meets its own case', () => {
    expect([
      say({ __typename: 'SignedIn', name: 'Jimin' }),
      say({ __typename: 'SignInRefused', reason: 'no' }),
    ]).toEqual(['hello Jimin', 'no']);
  });
  it('an outcome from a newer server is said to be unknown instead of being taken for another', () => {
    const newer: Result = JSON.parse('{"__typename":"Locked"}');
    expect(() => say(newer)).toThrow(UnknownOutcome);
  });
});
