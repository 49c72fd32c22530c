import { amendmentState, ONE_PERSON_EACH, type Amendment, type AmendmentState, type Consent } from './amendment.js';

const consent = (party: Consent['party'], at: number, changes: Partial<Consent> = {}): Consent => ({
  ...{
    party,
    at,
    userId: `${party}-1`,
    termsDigest: 'terms',
    authorised: true,
    verdictChangesDigest: null,
    ...changes,
  },
});
const DRAFT: Amendment = {
  ...{ termsDigest: 'terms', from: 1_000, proposedBy: null, consents: [], verdictChangesDigest: null },
  ...{ rejected: null, withdrawnAt: null },
};
const PROPOSED: Amendment = { ...DRAFT, proposedBy: consent('PROVIDER', 10) };
const BACKDATED: Amendment = {
  ...PROPOSED,
  from: 5,
  verdictChangesDigest: 'verdicts',
  proposedBy: consent('PROVIDER', 10, { verdictChangesDigest: 'verdicts' }),
};
const clientOwes = (people: number, verdictChanges: boolean) => [{ party: 'CLIENT' as const, people, verdictChanges }];

const rules: readonly (readonly [sentence: string, amendment: Amendment, state: Partial<AmendmentState> & object])[] = [
  ['a draft is nobody’s proposal', DRAFT, { kind: 'DRAFT' }],
  [
    'proposing with authority is consent, so only the other party is missing',
    PROPOSED,
    { kind: 'PROPOSED', missing: clientOwes(1, false) },
  ],
  [
    'proposing without authority is not',
    { ...DRAFT, proposedBy: consent('PROVIDER', 10, { authorised: false }), consents: [consent('CLIENT', 20)] },
    { kind: 'PROPOSED', missing: [{ party: 'PROVIDER', people: 1, verdictChanges: false }] },
  ],
  [
    'one authorised consent of each party agrees',
    { ...PROPOSED, consents: [consent('CLIENT', 20)] },
    { kind: 'AGREED', at: 20, retroactive: false },
  ],
  [
    'a second consent of the same party agrees to nothing',
    { ...PROPOSED, consents: [consent('PROVIDER', 20, { userId: 'PROVIDER-2' })] },
    { kind: 'PROPOSED', missing: clientOwes(1, false) },
  ],
  [
    'consent to other words is none',
    { ...PROPOSED, consents: [consent('CLIENT', 20, { termsDigest: 'older' })] },
    { kind: 'PROPOSED' },
  ],
  [
    'consent without authority is none',
    { ...PROPOSED, consents: [consent('CLIENT', 20, { authorised: false })] },
    { kind: 'PROPOSED' },
  ],
  [
    'a beginning in the past needs the changed verdicts signed',
    { ...BACKDATED, consents: [consent('CLIENT', 20)] },
    { kind: 'PROPOSED', missing: clientOwes(0, true) },
  ],
  [
    'with both signatures it is agreed',
    { ...BACKDATED, consents: [consent('CLIENT', 20), consent('CLIENT', 30, { verdictChangesDigest: 'verdicts' })] },
    { kind: 'AGREED', at: 30, retroactive: true },
  ],
  [
    'a signature under another list of verdicts is none',
    { ...BACKDATED, consents: [consent('CLIENT', 20, { verdictChangesDigest: 'old' })] },
    { kind: 'PROPOSED', missing: clientOwes(0, true) },
  ],
  [
    'a consent that comes after the beginning makes it reach back',
    { ...PROPOSED, consents: [consent('CLIENT', 1_001)] },
    {
      kind: 'PROPOSED',
      missing: [
        { party: 'CLIENT', people: 0, verdictChanges: true },
        { party: 'PROVIDER', people: 0, verdictChanges: true },
      ],
    },
  ],
  [
    'what is rejected is over',
    { ...PROPOSED, rejected: { party: 'CLIENT', at: 15 } },
    { kind: 'REJECTED', by: 'CLIENT' },
  ],
  ['what is withdrawn is over', { ...PROPOSED, withdrawnAt: 15 }, { kind: 'WITHDRAWN', at: 15 }],
  [
    'what is agreed can no longer be withdrawn',
    { ...PROPOSED, consents: [consent('CLIENT', 20)], withdrawnAt: 25 },
    { kind: 'AGREED' },
  ],
  [
    'what is agreed at the very instant of a rejection stands',
    { ...PROPOSED, consents: [consent('CLIENT', 20)], rejected: { party: 'CLIENT', at: 20 } },
    { kind: 'AGREED', at: 20, retroactive: false },
  ],
  [
    'a withdrawal before a rejection counts',
    { ...PROPOSED, withdrawnAt: 15, rejected: { party: 'CLIENT', at: 16 } },
    { kind: 'WITHDRAWN', at: 15 },
  ],
  [
    'a rejection before a withdrawal counts',
    { ...PROPOSED, withdrawnAt: 16, rejected: { party: 'CLIENT', at: 15 } },
    { kind: 'REJECTED', by: 'CLIENT', at: 15 },
  ],
  ['a draft can be withdrawn', { ...DRAFT, withdrawnAt: 15 }, { kind: 'WITHDRAWN', at: 15 }],
  [
    'a consent at the very instant of the beginning is in time',
    { ...PROPOSED, consents: [consent('CLIENT', 1_000)] },
    { kind: 'AGREED', at: 1_000, retroactive: false },
  ],
  [
    'the earliest signature under the list counts, whatever order they arrived in',
    {
      ...BACKDATED,
      consents: [
        consent('CLIENT', 40, { verdictChangesDigest: 'verdicts' }),
        consent('CLIENT', 30, { verdictChangesDigest: 'verdicts' }),
      ],
    },
    { kind: 'AGREED', at: 30, retroactive: true },
  ],
  [
    'a list of verdicts signed without authority, or over other words, is not signed',
    {
      ...BACKDATED,
      consents: [
        consent('CLIENT', 20),
        consent('CLIENT', 30, { verdictChangesDigest: 'verdicts', authorised: false }),
        consent('CLIENT', 31, { verdictChangesDigest: 'verdicts', termsDigest: 'older' }),
      ],
    },
    { kind: 'PROPOSED', missing: clientOwes(0, true) },
  ],
  [
    'consent after a withdrawal comes too late',
    { ...PROPOSED, consents: [consent('CLIENT', 20)], withdrawnAt: 15 },
    { kind: 'WITHDRAWN' },
  ],
];

describe('agreeing on terms (D-CON-4)', () => {
  test.each(rules)('%s', (_sentence, amendment, state) => {
    const stated = amendmentState(amendment, ONE_PERSON_EACH, 500);
    expect(stated).toMatchObject('missing' in state ? { kind: state.kind } : state);
    if ('missing' in state && stated.kind === 'PROPOSED') {
      expect(stated.missing).toHaveLength(state.missing?.length ?? 0);
      expect(stated.missing).toEqual(expect.arrayContaining([...(state.missing ?? [])]));
    }
  });

  test('a proposal whose beginning goes by unanswered will reach back', () => {
    expect(amendmentState(PROPOSED, ONE_PERSON_EACH, 1_000)).toEqual({
      kind: 'PROPOSED',
      missing: clientOwes(1, false),
    });
    expect(amendmentState(PROPOSED, ONE_PERSON_EACH, 1_001)).toEqual({
      kind: 'PROPOSED',
      missing: [
        { party: 'CLIENT', people: 1, verdictChanges: true },
        { party: 'PROVIDER', people: 0, verdictChanges: true },
      ],
    });
  });

  test('a party cannot do without anybody’s consent', () => {
    const policy = { ...ONE_PERSON_EACH, CLIENT: { people: 0 } };
    expect(amendmentState(PROPOSED, policy, 500)).toEqual({ kind: 'PROPOSED', missing: clientOwes(1, false) });
  });

  test('a party that asks four eyes of itself needs two different people', () => {
    const policy = { ...ONE_PERSON_EACH, CLIENT: { people: 2 } };
    const once = { ...PROPOSED, consents: [consent('CLIENT', 20), consent('CLIENT', 30)] };
    expect(amendmentState(once, policy, 500)).toEqual({ kind: 'PROPOSED', missing: clientOwes(1, false) });
    const twice = { ...once, consents: [...once.consents, consent('CLIENT', 40, { userId: 'CLIENT-2' })] };
    expect(amendmentState(twice, policy, 500)).toMatchObject({ kind: 'AGREED', at: 40 });
  });
});
