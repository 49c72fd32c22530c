import {
  computedCredit,
  CREDIT_STATUSES,
  decideCredit,
  evolveCredit,
  type CreditActor,
  type CreditCommand,
  type CreditRefusal,
  type CreditState,
  type CreditStatus,
} from './lifecycle.js';

const CLIENT: CreditActor = { side: 'CLIENT', userId: 'c' };
const PROVIDER: CreditActor = { side: 'PROVIDER', userId: 'p' };
const SYSTEM: CreditActor = { side: 'SYSTEM', userId: null };

const propose: CreditCommand = { kind: 'propose', amountMinor: 1_200_000, evidenceDigest: 'abc' };
const accept: CreditCommand = { kind: 'accept' };
const dispute: CreditCommand = { kind: 'dispute', exclusionIds: ['c1'], reason: 'We were not asked.' };
const waive: CreditCommand = { kind: 'waive', reason: 'Goodwill.' };
const settle: CreditCommand = { kind: 'settle', amountMinor: 1_200_000, reference: 'INV-7' };

const OWNER: Readonly<Record<CreditCommand['kind'], CreditActor>> = {
  ...{ propose: PROVIDER, accept: CLIENT, dispute: CLIENT, waive: CLIENT, settle: PROVIDER },
};

function after(state: CreditState, ...commands: readonly CreditCommand[]): CreditState {
  return commands.reduce((current, command) => {
    const decision = decideCredit(current, command, { at: 1, actor: OWNER[command.kind] });
    if (decision.kind === 'refused') throw new Error(`${command.kind}: ${decision.reason}`);
    return evolveCredit(current, decision.event);
  }, state);
}

const START = computedCredit(1_000_000);
const IN: Readonly<Record<CreditStatus, CreditState>> = {
  COMPUTED: START,
  PROPOSED: after(START, propose),
  ACCEPTED: after(START, propose, accept),
  DISPUTED: after(START, propose, dispute),
  WAIVED: after(START, propose, waive),
  SETTLED: after(START, propose, accept, settle),
};

describe('the life of a credit', () => {
  test('proposed with the amount and its evidence, accepted, settled', () => {
    expect(START).toEqual({
      status: 'COMPUTED',
      amountMinor: 1_000_000,
      evidenceDigest: null,
      disputed: [],
      reference: null,
    });
    const proposed = {
      status: 'PROPOSED',
      amountMinor: 1_200_000,
      evidenceDigest: 'abc',
      disputed: [],
      reference: null,
    };
    expect(IN.PROPOSED).toEqual(proposed);
    expect(IN.ACCEPTED).toEqual({ ...proposed, status: 'ACCEPTED' });
    expect(IN.DISPUTED).toEqual({ ...proposed, status: 'DISPUTED', disputed: ['c1'] });
    expect(IN.WAIVED).toEqual({ ...proposed, status: 'WAIVED' });
    expect(IN.SETTLED).toEqual({ ...proposed, status: 'SETTLED', reference: 'INV-7' });
  });

  test('after a dispute it can be proposed anew, accepted after all, waived or settled as agreed', () => {
    const anew = after(IN.DISPUTED, { ...propose, kind: 'propose', amountMinor: 1_500_000, evidenceDigest: 'def' });
    expect(anew).toMatchObject({ status: 'PROPOSED', amountMinor: 1_500_000, evidenceDigest: 'def', disputed: [] });
    expect(after(IN.DISPUTED, accept)).toMatchObject({ status: 'ACCEPTED', disputed: [] });
    expect(after(IN.DISPUTED, waive)).toMatchObject({ status: 'WAIVED', disputed: [] });
    const agreed = { kind: 'settle', amountMinor: 1_300_000, reference: 'INV-8' } as const;
    expect(after(IN.DISPUTED, agreed)).toMatchObject({ status: 'SETTLED', amountMinor: 1_300_000, disputed: ['c1'] });
  });

  test('a waived credit is settled with nothing', () => {
    const nothing = { kind: 'settle', amountMinor: 0, reference: 'INV-9' } as const;
    expect(after(IN.WAIVED, nothing)).toMatchObject({ status: 'SETTLED', amountMinor: 0 });
  });

  test('the event says who and when, and all that was said', () => {
    const decision = decideCredit(IN.PROPOSED, dispute, { at: 42, actor: CLIENT });
    expect(decision).toEqual({
      kind: 'decided',
      event: { at: 42, actor: CLIENT, kind: 'CREDIT_DISPUTED', exclusionIds: ['c1'], reason: 'We were not asked.' },
    });
  });

  const allowed: Readonly<Record<CreditCommand['kind'], readonly CreditStatus[]>> = {
    propose: ['COMPUTED', 'DISPUTED'],
    accept: ['PROPOSED', 'DISPUTED'],
    dispute: ['PROPOSED'],
    waive: ['PROPOSED', 'DISPUTED'],
    settle: ['ACCEPTED', 'DISPUTED', 'WAIVED'],
  };
  const every = [propose, accept, dispute, waive, settle].flatMap((command) =>
    CREDIT_STATUSES.map((status) => [command.kind, status, command] as const),
  );
  test.each(every)('%s in %s is possible just where the table says', (kind, status, command) => {
    const given = status === 'WAIVED' && command.kind === 'settle' ? { ...command, amountMinor: 0 } : command;
    const decision = decideCredit(IN[status], given, { at: 1, actor: OWNER[kind] });
    if (allowed[kind].includes(status)) expect(decision.kind).toBe('decided');
    else expect(decision).toEqual({ kind: 'refused', reason: 'WRONG_STATUS' });
  });

  const refusals: readonly (readonly [string, CreditStatus, CreditCommand, CreditActor, CreditRefusal])[] = [
    ['the client doesn’t propose', 'COMPUTED', propose, CLIENT, 'NOT_YOURS'],
    ['the provider doesn’t accept for the client', 'PROPOSED', accept, PROVIDER, 'NOT_YOURS'],
    ['the provider doesn’t dispute', 'PROPOSED', dispute, PROVIDER, 'NOT_YOURS'],
    ['the provider doesn’t waive what it owes', 'PROPOSED', waive, PROVIDER, 'NOT_YOURS'],
    ['the system doesn’t settle', 'ACCEPTED', settle, SYSTEM, 'NOT_YOURS'],
    [
      'nothing is proposed without evidence',
      'COMPUTED',
      { ...propose, evidenceDigest: '' },
      SYSTEM,
      'EVIDENCE_MISSING',
    ],
    ['nothing below zero is proposed', 'COMPUTED', { ...propose, amountMinor: -1 }, PROVIDER, 'AMOUNT_NOT_MONEY'],
    ['a dispute says why', 'PROPOSED', { ...dispute, reason: ' ' }, CLIENT, 'REASON_MISSING'],
    ['a waiver says why', 'PROPOSED', { ...waive, reason: '' }, CLIENT, 'REASON_MISSING'],
    ['a settlement says where', 'ACCEPTED', { ...settle, reference: ' ' }, PROVIDER, 'REFERENCE_MISSING'],
    ['a settlement is an amount', 'DISPUTED', { ...settle, amountMinor: 0.5 }, PROVIDER, 'AMOUNT_NOT_MONEY'],
    ['what was accepted is settled in full', 'ACCEPTED', { ...settle, amountMinor: 1 }, PROVIDER, 'AMOUNT_DIFFERS'],
    ['what was waived isn’t paid', 'WAIVED', settle, PROVIDER, 'AMOUNT_DIFFERS'],
  ];
  test.each(refusals)('%s', (_sentence, status, command, actor, reason) => {
    expect(decideCredit(IN[status], command, { at: 1, actor })).toEqual({ kind: 'refused', reason });
  });

  test('the system proposes when a figure is published', () => {
    expect(decideCredit(START, propose, { at: 1, actor: SYSTEM }).kind).toBe('decided');
  });
});
