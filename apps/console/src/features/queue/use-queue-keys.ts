import { useHotkeys, type Hotkey } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import type { QueueView } from './generated/queue.js';
import { VIEWS } from './queue-address.js';

export interface QueueActions {
  readonly move: (step: 1 | -1, extend: boolean) => void;
  readonly select: () => void;
  readonly peek: () => void;
  readonly open: () => void;
  readonly claim: () => void;
  readonly assign: () => void;
  readonly priority: () => void;
  readonly status: () => void;
  readonly search: () => void;
  readonly create: () => void;
  readonly showNew: () => void;
  readonly escape: () => void;
  readonly view: (view: QueueView) => void;
}

/** The queue by keyboard (ux.md 1.2); by physical key, so that Hangul may stay on. */
export function useQueueKeys(actions: QueueActions): void {
  const text = useText();
  const moving = text('queue.keys.list');
  const doing = text('queue.keys.ticket');
  const list: readonly Hotkey[] = [
    { keys: 'KeyJ', label: text('queue.keys.next'), group: moving, run: () => actions.move(1, false) },
    { keys: 'KeyK', label: text('queue.keys.previous'), group: moving, run: () => actions.move(-1, false) },
    { keys: 'Shift+KeyJ', label: text('queue.keys.extendDown'), group: moving, run: () => actions.move(1, true) },
    { keys: 'Shift+KeyK', label: text('queue.keys.extendUp'), group: moving, run: () => actions.move(-1, true) },
    { keys: 'KeyX', label: text('queue.keys.select'), group: moving, run: actions.select },
    { keys: 'KeyV', label: text('queue.peek'), group: moving, run: actions.peek },
    { keys: 'KeyO', label: text('queue.open'), group: moving, run: actions.open },
    { keys: 'Slash', label: text('queue.search'), group: moving, run: actions.search },
    { keys: 'Period', label: text('queue.keys.showNew'), group: moving, run: actions.showNew },
    { keys: 'Escape', label: text('queue.clearSelection'), group: moving, run: actions.escape },
    { keys: 'KeyA', label: text('queue.claim'), group: doing, run: actions.claim },
    { keys: 'KeyI', label: text('queue.assign'), group: doing, run: actions.assign },
    { keys: 'KeyP', label: text('queue.priority'), group: doing, run: actions.priority },
    { keys: 'KeyS', label: text('queue.status'), group: doing, run: actions.status },
    { keys: 'KeyC', label: text('queue.create'), group: doing, run: actions.create },
  ];
  const views: readonly Hotkey[] = VIEWS.map((view, index) => ({
    keys: `Digit${index + 1}`,
    label: text(`queue.view.${view}`),
    group: text('queue.views'),
    run: () => actions.view(view),
  }));
  useHotkeys([...list, ...views]);
}
