/** How a ticket can have been solved. */
export const CODES = ['FIXED', 'WORKAROUND', 'NO_FAULT_FOUND', 'ANSWERED', 'DUPLICATE', 'OTHER'] as const;
