/** How a ticket can have been solved. */
export const CODES = ['FIXED', 'WORKAROUND', 'NO_FAULT_FOUND', 'ANSWERED', 'DUPLICATE', 'OTHER'] as const;

/** How a change can have gone. */
export const OUTCOMES = ['AS_PLANNED', 'WITH_ISSUES', 'ROLLED_BACK', 'FAILED'] as const;
export type Outcome = (typeof OUTCOMES)[number];
