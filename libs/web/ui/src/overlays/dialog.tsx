import { MantineScope } from '../theme/mantine-scope.js';
import '@mantine/core/styles/ScrollArea.layer.css';
import '@mantine/core/styles/Overlay.layer.css';
import '@mantine/core/styles/Paper.layer.css';
import '@mantine/core/styles/CloseButton.layer.css';
import '@mantine/core/styles/ModalBase.layer.css';
import '@mantine/core/styles/Modal.layer.css';
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useUiText } from '../text/ui-text.js';
import classes from './dialog.module.css';

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
export function Dialog({ opened, title, onClose, children, actions, size = 'md' }: DialogProps) {
  const text = useUiText();
  return (
    <MantineScope>
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      centered
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 0.45 }}
      closeButtonProps={{ 'aria-label': text('ui.close') }}
      classNames={{ content: classes['content'] ?? '', header: classes['header'] ?? '', title: classes['title'] ?? '', body: classes['body'] ?? '' }}
    >
      {children}
      {actions === undefined ? null : <div className={classes['actions']}>{actions}</div>}
    </Modal>
    </MantineScope>
  );
}
