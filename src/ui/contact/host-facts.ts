import type { Watchable } from "../../client/watchable";
import type { Locale } from "../../domain/locale";
import { loadEmbedStyles } from "../embed/load-styles";
import { loadEmbedStrings } from "../strings/load-embed-strings";
import type { Facts } from "./channel-href";

/** The facts that go with a message as it stands now. */
export type FactsToSend = () => Facts;

/**
 * Shows what the host page adds to a message, with a way to leave it out.
 *
 * @param onChange called whenever what goes with the message has changed
 */
export async function showHostFacts(
  form: HTMLFormElement,
  facts: Watchable<Facts>,
  locale: Locale,
  lifetime: AbortSignal,
  onChange: () => void,
): Promise<FactsToSend> {
  const [words] = await Promise.all([loadEmbedStrings(locale), loadEmbedStyles()]);
  const group = document.createElement("fieldset");
  group.className = "host-facts";
  group.id = "ph-facts";
  const title = document.createElement("legend");
  title.textContent = words.factsTitle;
  const list = document.createElement("dl");
  const label = document.createElement("label");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = true;
  label.append(box, words.factsInclude);
  const hint = document.createElement("p");
  hint.className = "hint";
  hint.id = "ph-facts-hint";
  hint.textContent = words.factsWhere;
  box.setAttribute("aria-describedby", hint.id);
  group.append(title, list, label, hint);
  form.querySelector(".copy-button")?.before(group);

  const end = facts.subscribe((current) => {
    const entries = Object.entries(current);
    group.hidden = entries.length === 0;
    list.replaceChildren(...entries.map(([name, value]) => fact(name, value)));
    onChange();
  });
  lifetime.addEventListener("abort", end);
  box.addEventListener("change", () => {
    group.classList.toggle("is-out", !box.checked);
    onChange();
  });
  return () => (box.checked ? facts.value : {});
}

function fact(name: string, value: string): HTMLElement {
  const [row, term, detail] = [
    document.createElement("div"),
    document.createElement("dt"),
    document.createElement("dd"),
  ];
  term.textContent = name;
  detail.textContent = value;
  row.append(term, detail);
  return row;
}
