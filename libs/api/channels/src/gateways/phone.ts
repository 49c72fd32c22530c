import type { GatewayTemplate } from './template.js';

/**
 * A number as a gateway wants it written. A number without `+` that begins with the trunk's `0` is one of `callingCode`'s
 * country; an address that is no number (a messenger's user) stays as it was typed.
 */
export function phoneAs(
  address: string,
  { phone, callingCode }: Pick<GatewayTemplate, 'phone' | 'callingCode'>,
): string {
  const typed = address.trim();
  if (phone === 'AS_IS' || !/^\+?[\d ().-]+$/.test(typed)) return typed;
  const digits = typed.replaceAll(/\D/g, '');
  const whole = typed.startsWith('+') ? digits : digits.startsWith('0') ? callingCode + digits.slice(1) : digits;
  if (phone === 'E164') return `+${whole}`;
  if (phone === 'E164_DIGITS') return whole;
  return whole.startsWith(callingCode) ? `0${whole.slice(callingCode.length)}` : `+${whole}`;
}
