import type { Command } from '@daylight/web-ui';
import { useEffect, useRef, useSyncExternalStore } from 'react';

/** What the page at hand adds to the palette. One page at a time. */
let commands: readonly Command[] = [];
const listeners = new Set<() => void>();

function put(next: readonly Command[]): void {
  commands = next;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The page's commands, for the palette. */
export const useOfferedCommands = (): readonly Command[] => useSyncExternalStore(subscribe, () => commands);

/** Offers commands in the palette while the page is there. */
export function usePageCommands(offered: readonly Command[]): void {
  const latest = useRef(offered);
  latest.current = offered;
  const signature = offered.map(({ id, label, group }) => `${id}\t${label}\t${group}`).join('\n');
  useEffect(() => {
    put(latest.current.map((command, index) => ({ ...command, run: () => latest.current[index]?.run() })));
    return () => put([]);
  }, [signature]);
}
