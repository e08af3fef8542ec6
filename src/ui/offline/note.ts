import { deviceLang } from "./device-lang";

/** A quiet note at the foot of the page; it takes no focus and covers nothing that it can help. */
export interface Note {
  readonly element: HTMLElement;
  close(): void;
}

interface NoteAction {
  readonly label: string;
  /** Runs on a click; the button rests until it is done. */
  run(): unknown;
}

interface NoteParts {
  readonly name: string;
  readonly locale: string;
  readonly text: string;
  readonly list?: HTMLElement;
  readonly action?: NoteAction;
  readonly closeLabel: string;
  readonly onClose?: () => void;
}

/** Shows a note, in the place of an earlier one of the same name. */
export function showNote({ name, locale, text, list, action, closeLabel, onClose }: NoteParts): Note {
  document.querySelector(`.note[data-note=${name}]`)?.remove();
  const element = document.createElement("section");
  element.className = "note";
  element.dataset.note = name;
  Object.assign(element, deviceLang(locale));
  const words = document.createElement("p");
  words.textContent = text;
  element.append(words);
  if (list) element.append(list);
  const close = () => element.remove();
  const buttons = document.createElement("div");
  buttons.className = "note-buttons";
  if (action) {
    buttons.append(
      button(action.label, "button", async (pressed) => {
        pressed.disabled = true;
        await action.run();
        pressed.disabled = false;
      }),
    );
  }
  buttons.append(
    button(closeLabel, "button quiet", () => {
      close();
      onClose?.();
    }),
  );
  element.append(buttons);
  region().append(element);
  return { element, close };
}

/** Screen readers announce what is added to a region that was there before. */
function region(): HTMLElement {
  const known = document.querySelector<HTMLElement>(".notes");
  if (known) return known;
  const made = document.createElement("div");
  made.className = "notes";
  made.setAttribute("role", "status");
  document.body.append(made);
  return made;
}

function button(label: string, name: string, run: (pressed: HTMLButtonElement) => unknown): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = name;
  made.textContent = label;
  made.addEventListener("click", () => void run(made));
  return made;
}
