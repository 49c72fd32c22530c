import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { BASE } from './base.js';

/** Goes to an address within this app, e.g. `/tickets?view=mine`. */
export function useGo(): (href: string) => void {
  const router = useRouter();
  return useCallback((href) => router.history.push(`${BASE}${href}`), [router]);
}
