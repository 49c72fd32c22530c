/** Every zone that the browser knows, and the one that is set even when it doesn't. */
export function zoneChoices(current: string): readonly string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return known.includes(current) ? known : [current, ...known];
}
