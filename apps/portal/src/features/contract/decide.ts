import { outcomeOf } from '@daylight/web-data';
import type {
  AgreeContractVersionMutation,
  PastToSignFragment,
  RejectContractVersionMutation,
} from './generated/contract.js';

/** What came of agreeing or rejecting. `problems` are sentences; `ask` wants something more from the person first. */
export type Decision =
  | { readonly kind: 'agreed'; readonly complete: boolean }
  | { readonly kind: 'rejected' }
  | { readonly kind: 'past'; readonly toSign: PastToSignFragment }
  | {
      readonly kind: 'limit';
      readonly amountMinor: number;
      readonly limitMinor: number;
      readonly currency: string;
      readonly message: string;
    }
  | { readonly kind: 'stale'; readonly yours: number; readonly current: number }
  | { readonly kind: 'refused'; readonly messages: readonly string[] };

const refused = (...messages: readonly string[]): Decision => ({ kind: 'refused', messages });

/** Reads the answer to a consent; undefined: none came, said as `failed`. */
export function readAgreement(
  result: AgreeContractVersionMutation['agreeContractVersion'] | undefined,
  failed: string,
  gone: string,
): Decision {
  if (result === undefined) return refused(failed);
  return outcomeOf<AgreeContractVersionMutation['agreeContractVersion'], Decision>(result, {
    ContractVersionAgreed: ({ complete }) => ({ kind: 'agreed', complete }),
    OverlappingTerms: ({ message, overlaps }) =>
      refused(message, ...overlaps.map(({ contractTitle, ordinal }) => `${contractTitle} (${ordinal})`)),
    PastEffectiveDate: (toSign) => ({ kind: 'past', toSign }),
    ApprovalLimitExceeded: ({ amountMinor, limitMinor, currency, message }) => ({
      kind: 'limit',
      amountMinor,
      limitMinor,
      currency,
      message,
    }),
    StaleContractVersion: ({ yourVersion, current }) => ({
      kind: 'stale',
      yours: yourVersion,
      current: current.version.version,
    }),
    ContractStateRefused: ({ message }) => refused(message),
    InputRefused: ({ problems }) => refused(...problems.map(({ message }) => message)),
    NotFound: () => refused(gone),
  });
}

/** Reads the answer to a rejection. */
export function readRejection(
  result: RejectContractVersionMutation['rejectContractVersion'] | undefined,
  failed: string,
  gone: string,
): Decision {
  if (result === undefined) return refused(failed);
  return outcomeOf<RejectContractVersionMutation['rejectContractVersion'], Decision>(result, {
    ContractVersionRejected: () => ({ kind: 'rejected' }),
    StaleContractVersion: ({ yourVersion, current }) => ({
      kind: 'stale',
      yours: yourVersion,
      current: current.version.version,
    }),
    ContractStateRefused: ({ message }) => refused(message),
    InputRefused: ({ problems }) => refused(...problems.map(({ message }) => message)),
    NotFound: () => refused(gone),
  });
}
