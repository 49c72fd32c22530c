import { useUiText } from '../text/ui-text.js';
import type { SlaClock } from './sla-state.js';

/** What a kind of SLA clock is called, wherever both sides read of it. */
export function useClockName(): (kind: SlaClock['kind']) => string {
  const text = useUiText();
  return (kind) => text(`ui.sla.kind.${kind}`);
}
