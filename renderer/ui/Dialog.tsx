import { useEffect, useId, useRef, type ReactNode } from 'react';
import './dialog.css';

/**
 * A question that waits for an answer. It stands at the side and leaves the page usable unless `modal`;
 * Escape and the page's own buttons close it.
 */
export function Dialog(props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly modal?: boolean;
  readonly children: ReactNode;
}) {
  const { title, onClose, modal = false, children } = props;
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = box.current;
    if (modal) dialog?.showModal();
    else dialog?.show();
    return () => dialog?.close();
  }, [modal]);
  return (
    <dialog
      ref={box}
      className={modal ? 'dialog dialog-modal' : 'dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <h2 id={titleId} className="dialog-title">
        {title}
      </h2>
      {children}
    </dialog>
  );
}
