import { useEffect, useRef, useState } from "preact/hooks";
import { PrintIcon } from "../icons/interface";
import { usePrintWords } from "./print-words-context";

interface PrintReadyProps {
  readonly articles: number;
  /** How many articles could not be had, and what they are called. */
  readonly missing: number;
  readonly names: readonly string[];
  readonly place: HTMLElement;
  readonly onAnother: () => void;
}

/** A picture that hangs does not keep the rest from paper. Milliseconds. */
const PATIENCE = 8000;

/** The articles lie below, as they will be printed; what is missing is said before. */
export function PrintReady({ articles, missing, names, place, onAnother }: PrintReadyProps) {
  const p = usePrintWords();
  const [waiting, setWaiting] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  const start = async () => {
    setWaiting(true);
    await Promise.race([pictures(place), new Promise((done) => setTimeout(done, PATIENCE))]);
    setWaiting(false);
    print();
  };
  return (
    <div class="print-ready">
      <p role="status">{p.ready(articles)}</p>
      {missing > 0 && (
        <div class="callout callout-warning">
          <p>{p.missing(missing)}</p>
          <ul>
            {names.map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </div>
      )}
      <div class="actions-row">
        <button ref={button} type="button" class="button" aria-busy={waiting} onClick={start}>
          <PrintIcon size={18} />
          {p.print}
        </button>
        <button type="button" class="button quiet" onClick={onAnother}>
          {p.another}
        </button>
      </div>
    </div>
  );
}

/** Resolves when every picture is there, or will never be. */
function pictures(place: HTMLElement): Promise<unknown> {
  return Promise.allSettled([...place.querySelectorAll("img")].map((image) => image.decode()));
}
