import type { Instant } from '../time/instant.js';
import { unreachable } from '../unreachable.js';
import { minorProblems } from './money.js';

export const CREDIT_STATUSES = ['COMPUTED', 'PROPOSED', 'ACCEPTED', 'DISPUTED', 'WAIVED', 'SETTLED'] as const;
export type CreditStatus = (typeof CREDIT_STATUSES)[number];

/** Who acts: proposing is the provider's or the system's when the figure is published, answering is the client's. */
export interface CreditActor {
  readonly side: 'CLIENT' | 'PROVIDER' | 'SYSTEM';
  readonly userId: string | null;
}

export type CreditCommand =
  /** First proposal, or a new one after a dispute, with the figure recomputed. */
  | { readonly kind: 'propose'; readonly amountMinor: number; readonly evidenceDigest: string }
  | { readonly kind: 'accept' }
  /** Names what shouldn't have been left out: claims and maintenance windows by id. */
  | { readonly kind: 'dispute'; readonly exclusionIds: readonly string[]; readonly reason: string }
  /** The client gives the credit up. */
  | { readonly kind: 'waive'; readonly reason: string }
  /** Paid or set off against an invoice; `amountMinor` is what both agreed on where it was disputed. */
  | { readonly kind: 'settle'; readonly amountMinor: number; readonly reference: string };

export type CreditEvent = { readonly at: Instant; readonly actor: CreditActor } & (
  | { readonly kind: 'CREDIT_PROPOSED'; readonly amountMinor: number; readonly evidenceDigest: string }
  | { readonly kind: 'CREDIT_ACCEPTED' }
  | { readonly kind: 'CREDIT_DISPUTED'; readonly exclusionIds: readonly string[]; readonly reason: string }
  | { readonly kind: 'CREDIT_WAIVED'; readonly reason: string }
  | { readonly kind: 'CREDIT_SETTLED'; readonly amountMinor: number; readonly reference: string }
);

export interface CreditState {
  readonly status: CreditStatus;
  /** As computed, then as last proposed, then as settled. */
  readonly amountMinor: number;
  readonly evidenceDigest: string | null;
  readonly disputed: readonly string[];
  readonly reference: string | null;
}

export type CreditRefusal =
  | 'WRONG_STATUS'
  | 'NOT_YOURS'
  | 'EVIDENCE_MISSING'
  | 'REASON_MISSING'
  | 'REFERENCE_MISSING'
  | 'AMOUNT_NOT_MONEY'
  | 'AMOUNT_DIFFERS';

export type CreditDecision =
  | { readonly kind: 'decided'; readonly event: CreditEvent }
  | { readonly kind: 'refused'; readonly reason: CreditRefusal };

/** A credit as it leaves the computation. */
export function computedCredit(amountMinor: number): CreditState {
  return { status: 'COMPUTED', amountMinor, evidenceDigest: null, disputed: [], reference: null };
}

/** From which status each command may be given, and by whom. */
const RULES = {
  propose: { from: ['COMPUTED', 'DISPUTED'], by: ['PROVIDER', 'SYSTEM'] },
  accept: { from: ['PROPOSED', 'DISPUTED'], by: ['CLIENT'] },
  dispute: { from: ['PROPOSED'], by: ['CLIENT'] },
  waive: { from: ['PROPOSED', 'DISPUTED'], by: ['CLIENT'] },
  settle: { from: ['ACCEPTED', 'DISPUTED', 'WAIVED'], by: ['PROVIDER'] },
} as const satisfies Readonly<
  Record<CreditCommand['kind'], { readonly from: readonly CreditStatus[]; readonly by: readonly CreditActor['side'][] }>
>;

function has<T>(list: readonly T[], value: T): boolean {
  return list.includes(value);
}

/** An accepted credit is settled as accepted, a waived one with nothing; a disputed one as both agreed. */
function settlementFits(state: CreditState, amountMinor: number): boolean {
  if (state.status === 'ACCEPTED') return amountMinor === state.amountMinor;
  return state.status === 'WAIVED' ? amountMinor === 0 : true;
}

function lacks(state: CreditState, command: CreditCommand): CreditRefusal | null {
  switch (command.kind) {
    case 'propose':
      if (command.evidenceDigest === '') return 'EVIDENCE_MISSING';
      return minorProblems(command.amountMinor, '').length > 0 ? 'AMOUNT_NOT_MONEY' : null;
    case 'accept':
      return null;
    case 'dispute':
    case 'waive':
      return command.reason.trim() === '' ? 'REASON_MISSING' : null;
    case 'settle':
      if (command.reference.trim() === '') return 'REFERENCE_MISSING';
      if (minorProblems(command.amountMinor, '').length > 0) return 'AMOUNT_NOT_MONEY';
      return settlementFits(state, command.amountMinor) ? null : 'AMOUNT_DIFFERS';
    default:
      return unreachable(command);
  }
}

type Given = { readonly at: Instant; readonly actor: CreditActor };

function eventOf(command: CreditCommand, given: Given): CreditEvent {
  switch (command.kind) {
    case 'propose':
      return {
        ...given,
        kind: 'CREDIT_PROPOSED',
        amountMinor: command.amountMinor,
        evidenceDigest: command.evidenceDigest,
      };
    case 'accept':
      return { ...given, kind: 'CREDIT_ACCEPTED' };
    case 'dispute':
      return { ...given, kind: 'CREDIT_DISPUTED', exclusionIds: command.exclusionIds, reason: command.reason };
    case 'waive':
      return { ...given, kind: 'CREDIT_WAIVED', reason: command.reason };
    case 'settle':
      return { ...given, kind: 'CREDIT_SETTLED', amountMinor: command.amountMinor, reference: command.reference };
    default:
      return unreachable(command);
  }
}

/** `COMPUTED -> PROPOSED -> ACCEPTED | DISPUTED | WAIVED -> SETTLED` (domain.md section 8); a dispute can lead to a new proposal. */
export function decideCredit(state: CreditState, command: CreditCommand, given: Given): CreditDecision {
  const rule = RULES[command.kind];
  if (!has<CreditStatus>(rule.from, state.status)) return { kind: 'refused', reason: 'WRONG_STATUS' };
  if (!has<CreditActor['side']>(rule.by, given.actor.side)) return { kind: 'refused', reason: 'NOT_YOURS' };
  const lacking = lacks(state, command);
  return lacking === null ? { kind: 'decided', event: eventOf(command, given) } : { kind: 'refused', reason: lacking };
}

/** The credit after an event; events were decided, so that nothing is checked again. */
export function evolveCredit(state: CreditState, event: CreditEvent): CreditState {
  switch (event.kind) {
    case 'CREDIT_PROPOSED':
      return {
        ...state,
        status: 'PROPOSED',
        amountMinor: event.amountMinor,
        evidenceDigest: event.evidenceDigest,
        disputed: [],
      };
    case 'CREDIT_ACCEPTED':
      return { ...state, status: 'ACCEPTED', disputed: [] };
    case 'CREDIT_DISPUTED':
      return { ...state, status: 'DISPUTED', disputed: event.exclusionIds };
    case 'CREDIT_WAIVED':
      return { ...state, status: 'WAIVED', disputed: [] };
    case 'CREDIT_SETTLED':
      return { ...state, status: 'SETTLED', amountMinor: event.amountMinor, reference: event.reference };
    default:
      return unreachable(event);
  }
}
