import { useId, useRef } from "preact/hooks";

interface ConfirmButtonProps {
  readonly label: string;
  readonly question: string;
  /** What the button that does it says. */
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly disabled?: boolean;
}

/** A button for what cannot be undone: it asks first. */
export function ConfirmButton({ label, question, confirm, onConfirm, disabled }: ConfirmButtonProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const close = () => dialog.current?.close();
  return (
    <>
      <button type="button" disabled={disabled} onClick={() => dialog.current?.showModal()}>
        {label}
      </button>
      <dialog ref={dialog} aria-labelledby={id}>
        <p id={id}>{question}</p>
        <div class="actions">
          <button
            type="button"
            class="danger"
            onClick={() => {
              close();
              onConfirm();
            }}
          >
            {confirm}
          </button>
          <button type="button" onClick={close}>
            Keep it
          </button>
        </div>
      </dialog>
    </>
  );
}
