import { useHotkeys, type Hotkey } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { SNOOZE_MINUTES } from './alert-panel.js';
import type { Asking } from './triage-dialogs.js';
import type { Triage } from './use-triage.js';
import type { TriageGroup } from './use-triage-list.js';

interface Keys {
  readonly current: TriageGroup | null;
  readonly mayAct: boolean;
  readonly playing: boolean;
  readonly triage: Triage;
  readonly move: (step: 1 | -1) => void;
  readonly ask: (asking: Asking) => void;
  readonly play: () => void;
  readonly showNew: () => void;
}

/** Triage by keyboard (ux.md 4.2): by physical key, so that Hangul may stay on. */
export function useTriageKeys({ current, mayAct, playing, triage, move, ask, play, showNew }: Keys): void {
  const text = useText();
  const group = text('triage.keys');
  const able = mayAct && current !== null && !current.gone ? current : null;
  const free = able?.lead.ticketId === null ? able : null;
  const on = (line: TriageGroup | null, run: (line: TriageGroup) => void) => () => {
    if (line !== null && !triage.busy) run(line);
  };
  const hotkeys: readonly Hotkey[] = [
    { keys: 'KeyJ', label: text('triage.keys.next'), group, run: () => move(1) },
    { keys: 'KeyK', label: text('triage.keys.previous'), group, run: () => move(-1) },
    { keys: 'Period', label: text('triage.keys.showNew'), group, run: showNew },
    { keys: 'Digit1', label: text('triage.do.open'), group, run: on(free, (line) => void triage.open(line, null)) },
    { keys: 'Digit2', label: text('triage.do.attach'), group, run: on(free, () => ask('attach')) },
    { keys: 'Digit3', label: text('triage.do.suppress'), group, run: on(free, () => ask('suppress')) },
    {
      ...{ keys: 'KeyH', label: text('triage.do.snooze'), group },
      run: on(free, (line) => void triage.snooze(line, SNOOZE_MINUTES)),
    },
    { keys: 'KeyA', label: text('triage.do.claim'), group, run: on(able, (line) => void triage.claim(line)) },
    { keys: 'KeyP', label: text('triage.do.priority'), group, run: on(free, () => ask('priority')) },
    { keys: 'Shift+KeyP', label: text(playing ? 'triage.play.stop' : 'triage.play.start'), group, run: play },
    ...(playing ? [{ keys: 'KeyS', label: text('triage.do.skip'), group, run: on(free, () => ask('skip')) }] : []),
  ];
  useHotkeys(hotkeys);
}
