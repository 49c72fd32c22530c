/** Where this app stands under its origin, without a slash at the end. */
export const BASE = '/console';
