import { useText } from '../../app/text.js';
import type { AlertVendor } from './generated/sources.js';
import { PRODUCT } from './vendors.js';

/** A vendor by its product's name, or by what it is. */
export function useVendorName(): (vendor: AlertVendor) => string {
  const text = useText();
  return (vendor) =>
    vendor === 'GENERIC' || vendor === 'HEARTBEAT' ? text(`sources.vendor.${vendor}`) : PRODUCT[vendor];
}
