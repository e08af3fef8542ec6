import type { EmbedStrings } from "../../ui/strings/embed-en";
import type { Suggestion } from "../protocol";

const LIST = "ph-frame-suggestions";

/** Home in the order in which people need it in a frame: what is popular stands before the topics. */
export function fitHome(words: EmbedStrings): void {
  const home = document.querySelector("main.home");
  if (!home || document.getElementById(LIST)) return;
  const place = home.querySelector(".shelf") ?? home.querySelector(".hero");
  const list = document.createElement("section");
  list.id = LIST;
  list.className = "band frame-suggestions";
  list.hidden = true;
  list.setAttribute("aria-labelledby", `${LIST}-title`);
  const title = document.createElement("h2");
  title.id = `${LIST}-title`;
  title.textContent = words.forThisPage;
  const articles = document.createElement("ul");
  articles.className = "article-list titles";
  list.append(title, articles);
  home.querySelector(".hero")?.after(list);
  const popular = home.querySelector("[data-popular]");
  if (!popular) return;
  popular.classList.add("band");
  (place === null || place.matches(".hero") ? list : place).after(popular);
}

/** Articles for the host's page; none hides the list. */
export function showSuggestions(suggestions: readonly Suggestion[], words: EmbedStrings): void {
  const list = document.getElementById(LIST);
  if (!list) return;
  list.hidden = suggestions.length === 0;
  list.setAttribute("aria-label", words.forThisPage);
  list.querySelector("ul")?.replaceChildren(
    ...suggestions.map(({ title, url }) => {
      const link = document.createElement("a");
      link.href = new URL(url).pathname;
      link.textContent = title;
      const [item, box] = [document.createElement("li"), document.createElement("div")];
      box.append(link);
      item.append(box);
      return item;
    }),
  );
}
