import { lazy, Suspense, useState } from 'react';
import { useUiText } from '../text/ui-text.js';
import type { Command } from './command-palette.js';
import { useHotkeys } from './hotkeys.js';

const CommandPalette = lazy(() => import('./command-palette.js'));

export interface PaletteHostProps {
  readonly commands: readonly Command[];
  readonly onSearch?: (text: string) => void;
  /** Draws the button that opens it, if any. */
  readonly trigger?: (open: () => void) => React.ReactNode;
}

/** Opens the command palette on ⌘K, also while typing. */
export function PaletteHost({ commands, onSearch, trigger }: PaletteHostProps) {
  const text = useUiText();
  const [open, setOpen] = useState(false);
  useHotkeys([{ keys: 'Mod+KeyK', label: text('ui.palette.title'), whileTyping: true, run: () => setOpen(true) }]);
  return (
    <>
      {trigger?.(() => setOpen(true))}
      {open ? (
        <Suspense>
          <CommandPalette
            commands={commands}
            onClose={() => setOpen(false)}
            {...(onSearch === undefined ? {} : { onSearch })}
          />
        </Suspense>
      ) : null}
    </>
  );
}
