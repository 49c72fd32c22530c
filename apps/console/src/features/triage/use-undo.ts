import { useHotkeys } from '@daylight/web-ui';
import { useReducer, useRef } from 'react';
import { useText } from '../../app/text.js';
import { UndoStack } from './undo-stack.js';

/** The last twenty acts of the page, taken back by Ctrl+Z or ⌘Z, one after another. */
export function useUndo(): UndoStack {
  const text = useText();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const stack = useRef<UndoStack>(null);
  stack.current ??= new UndoStack(redraw);
  const kept = stack.current;
  useHotkeys([
    { keys: 'Mod+KeyZ', label: text('triage.keys.undo'), group: text('triage.keys'), run: () => kept.undo() },
  ]);
  return kept;
}
