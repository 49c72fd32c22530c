import { useHotkeys } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { SNOOZE_MINUTES } from './alert-panel.js';
import type { TriageLineFragment } from './generated/triage.js';
import type { Asking } from './triage-dialogs.js';
import type { Triage } from './use-triage.js';

interface Keys {
  readonly current: TriageLineFragment | null;
  readonly mayAct: boolean;
  readonly triage: Triage;
  readonly move: (step: 1 | -1) => void;
  readonly ask: (asking: Asking) => void;
}

/** Triage by keyboard (ux.md 4.2): by physical key, so that Hangul may stay on. */
export function useTriageKeys({ current, mayAct, triage, move, ask }: Keys): void {
  const text = useText();
  const group = text('triage.keys');
  const free = mayAct && current !== null && current.ticketId === null ? current : null;
  const on = (alert: TriageLineFragment | null, run: (alert: TriageLineFragment) => void) => () => {
    if (alert !== null && !triage.busy) run(alert);
  };
  useHotkeys([
    { keys: 'KeyJ', label: text('triage.keys.next'), group, run: () => move(1) },
    { keys: 'KeyK', label: text('triage.keys.previous'), group, run: () => move(-1) },
    { keys: 'Digit1', label: text('triage.do.open'), group, run: on(free, (alert) => void triage.open(alert, null)) },
    { keys: 'Digit2', label: text('triage.do.attach'), group, run: on(free, () => ask('attach')) },
    { keys: 'Digit3', label: text('triage.do.suppress'), group, run: on(free, () => ask('suppress')) },
    {
      keys: 'KeyH',
      label: text('triage.do.snooze'),
      group,
      run: on(free, (alert) => void triage.snooze(alert, SNOOZE_MINUTES)),
    },
    {
      keys: 'KeyA',
      label: text('triage.do.claim'),
      group,
      run: on(mayAct ? current : null, (alert) => void triage.claim(alert)),
    },
    { keys: 'KeyP', label: text('triage.do.priority'), group, run: on(free, () => ask('priority')) },
  ]);
}
