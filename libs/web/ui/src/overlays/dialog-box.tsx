import { MantineScope } from '../theme/mantine-scope.js';
import '@mantine/core/styles/ScrollArea.layer.css';
import '@mantine/core/styles/Overlay.layer.css';
import '@mantine/core/styles/Paper.layer.css';
import '@mantine/core/styles/CloseButton.layer.css';
import '@mantine/core/styles/ModalBase.layer.css';
import '@mantine/core/styles/Modal.layer.css';
import { Modal } from '@mantine/core';
import { useUiText } from '../text/ui-text.js';
import type { DialogProps } from './dialog.js';
import classes from './dialog.module.css';

/** The dialog itself, with what it needs of Mantine. */
export function DialogBox({ opened, title, onClose, children, actions, size = 'md' }: DialogProps) {
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
        // Mantine's <header> would be a second banner of the page.
        attributes={{ header: { role: 'none' } }}
        closeButtonProps={{ 'aria-label': text('ui.close') }}
        classNames={{
          content: classes['content'] ?? '',
          header: classes['header'] ?? '',
          title: classes['title'] ?? '',
          body: classes['body'] ?? '',
        }}
      >
        {children}
        {actions === undefined ? null : <div className={classes['actions']}>{actions}</div>}
      </Modal>
    </MantineScope>
  );
}
