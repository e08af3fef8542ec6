import { useEffect, useRef, useState } from "preact/hooks";
import { useDeviceWords } from "../offline/device-words-context";

interface ConfirmProps {
  readonly class: string;
  readonly label: string;
  /** Says what the button is about, where its label alone does not. */
  readonly name?: string;
  readonly question: string;
  readonly onConfirm: () => unknown;
}

/** A button that asks once more, in its own place, before something is lost. */
export function Confirm({ class: look, label, name, question, onConfirm }: ConfirmProps) {
  const d = useDeviceWords();
  const [asking, setAsking] = useState(false);
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asking) cancel.current?.focus();
  }, [asking]);
  if (!asking) {
    return (
      <button type="button" class={look} aria-label={name} onClick={() => setAsking(true)}>
        {label}
      </button>
    );
  }
  return (
    <div class="confirm" role="alertdialog" aria-label={question}>
      <p>{question}</p>
      <button
        type="button"
        class="button danger"
        onClick={async () => {
          await onConfirm();
          setAsking(false);
        }}
      >
        {label}
      </button>
      <button type="button" class="button quiet" ref={cancel} onClick={() => setAsking(false)}>
        {d.dataCancel}
      </button>
    </div>
  );
}
