/** Time zones that this browser knows, the one in use always among them. */
export function zones(used: string): readonly string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return known.includes(used) ? known : [used, ...known];
}
