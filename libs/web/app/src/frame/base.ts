import { useRouter } from '@tanstack/react-router';

/** Where this app stands under its origin, without a slash at the end: '' for the portal, `/console`. */
export const useBase = (): string => useRouter().basepath.replace(/\/$/, '');
