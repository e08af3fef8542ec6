import { checkField, fillAction } from "./fill-action";

const EXTERNAL = /^https?:/i;

/**
 * Lets the cards of an article be filled in: fields are checked, and the address is opened as a link, never sent as a
 * form. What was typed lives in the fields alone.
 */
export function enableActionCards(prose: ParentNode, open: (url: string) => void = openLink): void {
  prose.querySelectorAll<HTMLElement>("[data-action]").forEach((card, index) => {
    const form = card.querySelector("form");
    if (form) enableForm(card, form, index, open);
    card.querySelector<HTMLAnchorElement>(":scope a.button")?.addEventListener("click", (event) => {
      if (!mayOpen(card, (event.currentTarget as HTMLAnchorElement).href)) event.preventDefault();
    });
  });
}

function enableForm(card: HTMLElement, form: HTMLFormElement, index: number, open: (url: string) => void): void {
  const inputs = [...form.querySelectorAll("input")];
  for (const input of inputs) {
    describe(input, `ph-action-${index}-${input.name}`);
    input.addEventListener("input", () => showProblem(input, ""));
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const values: Record<string, string> = {};
    let wrong: HTMLInputElement | undefined;
    for (const input of inputs) {
      const { pattern } = input.dataset;
      const check = checkField(
        { ...(pattern !== undefined && { pattern }), ...(!input.required && { optional: true as const }) },
        input.value,
      );
      if (check.ok) values[input.name] = check.value;
      else wrong ??= input;
      showProblem(input, check.ok ? "" : (card.dataset[check.problem] ?? ""));
    }
    if (wrong) {
      wrong.focus();
      return;
    }
    const url = fillAction(card.dataset.action ?? "", values);
    if (mayOpen(card, url)) open(url);
  });
}

/** Hints and problems are read out with their field. Ids are given here: an embedded article has none of its own. */
function describe(input: HTMLInputElement, id: string): void {
  const notes = [...(input.closest(".field")?.querySelectorAll<HTMLElement>(".hint, .field-error") ?? [])];
  notes.forEach((note, index) => {
    note.id = `${id}-${index}`;
  });
  input.setAttribute("aria-describedby", notes.map((note) => note.id).join(" "));
}

function showProblem(input: HTMLInputElement, words: string): void {
  const line = input.closest(".field")?.querySelector<HTMLElement>(".field-error");
  if (words === "") input.removeAttribute("aria-invalid");
  else input.setAttribute("aria-invalid", "true");
  if (!line) return;
  line.textContent = words;
  line.hidden = words === "";
}

/**
 * Says what is missing when the address needs a network and there seems to be none, and when it comes back. Browsers
 * can be wrong about that, on networks of a company's own: whoever insists goes on.
 */
function mayOpen(card: HTMLElement, url: string): boolean {
  const status = card.querySelector<HTMLElement>(".action-status");
  const told = status !== null && status.textContent === card.dataset.offline;
  if (!status || navigator.onLine || told || !EXTERNAL.test(url)) {
    if (status) status.textContent = "";
    return true;
  }
  status.textContent = card.dataset.offline ?? "";
  const back = () => {
    status.textContent = card.dataset.online ?? "";
  };
  addEventListener("online", back, { once: true });
  return false;
}

/** Other sites open in a new tab that knows nothing of this one; mail, phone and pages of the site do not. */
function openLink(url: string): void {
  const link = document.createElement("a");
  link.href = url;
  if (EXTERNAL.test(url)) {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
  }
  // In the document, so that what turns pages there sees the click.
  document.body.append(link);
  link.click();
  link.remove();
}
