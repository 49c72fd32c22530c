import { useRouter, useRouterState } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useBase } from '../frame/base.js';

export interface Address {
  readonly get: (name: string) => string | null;
  /** Changes some parameters and keeps the others; null removes one. `replace` makes no step to go back to. */
  readonly set: (changes: Readonly<Record<string, string | null>>, how?: 'push' | 'replace') => void;
}

/** The search string with some of its parameters changed, `?` included; '' when none is left. */
export function changedSearch(search: string, changes: Readonly<Record<string, string | null>>): string {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') next.delete(name);
    else next.set(name, value);
  }
  const text = next.toString();
  return text === '' ? '' : `?${text}`;
}

/** The state of a page that belongs into its address: view, filters, period, tab. Back and forward restore it. */
export function useAddress(): Address {
  const router = useRouter();
  const base = useBase();
  const search = useRouterState({ select: (state) => state.location.searchStr });
  return useMemo(() => {
    const parameters = new URLSearchParams(search);
    return {
      get: (name) => parameters.get(name),
      set: (changes, how = 'push') => {
        const { pathname, searchStr } = router.state.location;
        router.history[how](`${base}${pathname}${changedSearch(searchStr, changes)}`);
      },
    };
  }, [router, base, search]);
}

/** A parameter that is one of `known`, else the first of them. */
export function oneOf<const T extends string>(value: string | null, known: readonly [T, ...T[]]): T {
  return known.find((word) => word === value) ?? known[0];
}
