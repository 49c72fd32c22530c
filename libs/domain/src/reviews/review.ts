import type { ContractParty } from '../contracts/amendment.js';
import type { Instant } from '../time/instant.js';
import { unreachable } from '../unreachable.js';

export const REVIEW_STATUSES = ['DRAFT', 'PUBLISHED', 'SIGNED'] as const;
export type ReviewStatus = (typeof REVIEW_STATUSES)[number];

/** One authorised signature per party; it confirms the figures and amends nothing (domain.md section 10). */
export interface ReviewSignature {
  readonly party: ContractParty;
  readonly userId: string;
  readonly at: Instant;
  /** Digest of the very bytes that were signed (D-SIG-1). */
  readonly digest: string;
}

export interface ReviewState {
  readonly status: ReviewStatus;
  readonly publishedAt: Instant | null;
  /** Digest of the frozen figures; null while a draft. */
  readonly digest: string | null;
  readonly signatures: readonly ReviewSignature[];
  /** Ids of corrections made after publishing, oldest first: the figures themselves no longer change. */
  readonly addenda: readonly string[];
}

export const NEW_REVIEW: ReviewState = {
  status: 'DRAFT',
  publishedAt: null,
  digest: null,
  signatures: [],
  addenda: [],
};

export type ReviewCommand =
  /** Narrative, action items, generated figures: anything but a comment. */
  | { readonly kind: 'EDIT' }
  | { readonly kind: 'COMMENT' }
  | { readonly kind: 'PUBLISH'; readonly digest: string }
  | { readonly kind: 'SIGN'; readonly digest: string; readonly authorised: boolean }
  | { readonly kind: 'ADD_ADDENDUM'; readonly addendumId: string };

export type ReviewCommandKind = ReviewCommand['kind'];

/** Who may do what in which status; a command that isn't listed is refused. */
export const REVIEW_TABLE: Readonly<
  Record<ReviewStatus, Readonly<Partial<Record<ReviewCommandKind, readonly ContractParty[]>>>>
> = {
  DRAFT: { EDIT: ['PROVIDER'], COMMENT: ['PROVIDER', 'CLIENT'], PUBLISH: ['PROVIDER'] },
  PUBLISHED: { COMMENT: ['PROVIDER', 'CLIENT'], SIGN: ['PROVIDER', 'CLIENT'], ADD_ADDENDUM: ['PROVIDER'] },
  SIGNED: { COMMENT: ['PROVIDER', 'CLIENT'], ADD_ADDENDUM: ['PROVIDER'] },
};

export interface ReviewContext {
  readonly now: Instant;
  readonly party: ContractParty;
  readonly userId: string;
  /** Last instant of the period under review: what isn't over can't be published. */
  readonly periodEnd: Instant;
}

export type ReviewProblem =
  | { readonly kind: 'NOT_ALLOWED_IN_STATUS'; readonly command: ReviewCommandKind; readonly status: ReviewStatus }
  | { readonly kind: 'NOT_ALLOWED_FOR_PARTY'; readonly command: ReviewCommandKind; readonly party: ContractParty }
  | { readonly kind: 'PERIOD_NOT_OVER'; readonly periodEnd: Instant }
  /** What was read isn't what is published. */
  | { readonly kind: 'OTHER_DIGEST'; readonly published: string | null; readonly signed: string }
  | { readonly kind: 'NOT_AUTHORISED'; readonly party: ContractParty }
  | { readonly kind: 'ALREADY_SIGNED'; readonly party: ContractParty; readonly at: Instant };

export type ReviewDecision =
  | { readonly kind: 'accepted'; readonly state: ReviewState }
  | { readonly kind: 'rejected'; readonly problem: ReviewProblem };

function reject(problem: ReviewProblem): ReviewDecision {
  return { kind: 'rejected', problem };
}

type Sign = Extract<ReviewCommand, { kind: 'SIGN' }>;

function sign(state: ReviewState, { digest, authorised }: Sign, { now, party, userId }: ReviewContext): ReviewDecision {
  const earlier = state.signatures.find((signature) => signature.party === party);
  if (earlier !== undefined) return reject({ kind: 'ALREADY_SIGNED', party, at: earlier.at });
  if (!authorised) return reject({ kind: 'NOT_AUTHORISED', party });
  if (digest !== state.digest) return reject({ kind: 'OTHER_DIGEST', published: state.digest, signed: digest });
  const signatures = [...state.signatures, { party, userId, at: now, digest }];
  return {
    kind: 'accepted',
    state: { ...state, signatures, status: signatures.length === 2 ? 'SIGNED' : 'PUBLISHED' },
  };
}

/** What a command means for a review: its next state, or a typed problem. A commented or edited review stays as it is. */
export function decideReview(state: ReviewState, command: ReviewCommand, context: ReviewContext): ReviewDecision {
  const parties = REVIEW_TABLE[state.status][command.kind];
  if (parties === undefined)
    return reject({ kind: 'NOT_ALLOWED_IN_STATUS', command: command.kind, status: state.status });
  if (!parties.includes(context.party))
    return reject({ kind: 'NOT_ALLOWED_FOR_PARTY', command: command.kind, party: context.party });
  switch (command.kind) {
    case 'EDIT':
    case 'COMMENT':
      return { kind: 'accepted', state };
    case 'PUBLISH': {
      const { now, periodEnd } = context;
      if (now < periodEnd) return reject({ kind: 'PERIOD_NOT_OVER', periodEnd });
      return { kind: 'accepted', state: { ...state, status: 'PUBLISHED', publishedAt: now, digest: command.digest } };
    }
    case 'SIGN':
      return sign(state, command, context);
    case 'ADD_ADDENDUM':
      return { kind: 'accepted', state: { ...state, addenda: [...state.addenda, command.addendumId] } };
    default:
      return unreachable(command);
  }
}
