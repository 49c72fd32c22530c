/** Ends every `switch` on a union: a new member breaks the build, not the user. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
