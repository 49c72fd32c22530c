interface Outcome {
  readonly __typename: string;
}

type Cases<T extends Outcome, R> = {
  readonly [K in T['__typename']]: (outcome: Extract<T, { readonly __typename: K }>) => R;
};

/** Thrown when the server answers with an outcome that this build doesn't know: it is newer than the page. */
export class UnknownOutcome extends Error {
  override readonly name = 'UnknownOutcome';
}

/**
 * Runs the case for a mutation's result union. Leaving one out doesn't compile, so a new outcome in the schema breaks
 * the build and not the person who meets it.
 */
export function outcomeOf<T extends Outcome, R>(outcome: T, cases: Cases<T, R>): R {
  return caseFor<T, R>(outcome, cases)(outcome);
}

/** Edge: the compiler can't see that `cases[o.__typename]` takes exactly `o`; the mapped type above guarantees it. */
function caseFor<T extends Outcome, R>(outcome: T, cases: object): (outcome: T) => R {
  const found: unknown = Object.getOwnPropertyDescriptor(cases, outcome.__typename)?.value;
  if (typeof found !== 'function') throw new UnknownOutcome(outcome.__typename);
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the edge named above; checked to be a function
  return found as (outcome: T) => R;
}
