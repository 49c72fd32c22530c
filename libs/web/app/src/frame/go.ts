import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useBase } from './base.js';

/** Goes to an address within this app, e.g. `/tickets?view=mine`. */
export function useGo(): (href: string) => void {
  const router = useRouter();
  const base = useBase();
  return useCallback((href) => router.history.push(`${base}${href}`), [router, base]);
}
