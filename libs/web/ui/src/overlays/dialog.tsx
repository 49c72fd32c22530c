import { lazy, Suspense, useState, type ReactNode } from 'react';

// Half of the kit's weight is here and in SearchSelect: it is fetched when a first dialog opens.
const DialogBox = lazy(() => import('./dialog-box.js').then(({ DialogBox: component }) => ({ default: component })));

export interface DialogProps {
  readonly opened: boolean;
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, the confirming one last. */
  readonly actions?: ReactNode;
  readonly size?: 'sm' | 'md' | 'lg' | 'xl';
}

/** A modal dialog: keeps the focus, closes on Esc (not while composing Hangul), gives the focus back. */
export function Dialog(props: DialogProps) {
  const [wanted, setWanted] = useState(props.opened);
  if (props.opened && !wanted) setWanted(true);
  return wanted ? (
    <Suspense>
      <DialogBox {...props} />
    </Suspense>
  ) : null;
}
