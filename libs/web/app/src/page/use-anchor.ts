import { useRouterState } from '@tanstack/react-router';

/** What the address names behind its `#`, e.g. `c-<message>`; null without one. */
export function useAnchor(): string | null {
  const hash = useRouterState({ select: (state) => state.location.hash });
  return hash === '' ? null : hash;
}
