import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

interface PopupProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** False when it must be answered by one of its buttons. */
  canDismiss?: boolean;
  children: ReactNode;
}

/** A dialog over the screen: focus stays inside, Escape and a touch beside it close it. */
export function Popup({ title, isOpen, onClose, canDismiss = true, children }: PopupProps) {
  return (
    <ModalOverlay
      className="popup-back"
      isOpen={isOpen}
      isDismissable={canDismiss}
      isKeyboardDismissDisabled={!canDismiss}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="popup">
        <Dialog className="stack">
          <Heading slot="title">{title}</Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
