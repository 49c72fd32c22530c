interface Refusal {
  readonly __typename: string;
  readonly problems?: readonly { readonly message: string }[];
}

/** Why a change of people was not made, in words; null: it was made. */
export function refusalOf(
  result: Refusal | undefined,
  words: { readonly gone: string; readonly unreachable: string; readonly meanwhile: string },
): string | null {
  switch (result?.__typename) {
    case undefined:
      return words.unreachable;
    case 'NotFound':
      return words.gone;
    case 'StaffChangedMeanwhile':
      return words.meanwhile;
    case 'InputRefused':
      return result.problems?.map(({ message }) => message).join(' ') ?? words.unreachable;
    default:
      return null;
  }
}
