import type { PageVisit } from "../behaviour/page-visit";
import type { DeviceStrings } from "../strings/device-en";
import type { DeviceContext } from "./device-context";

const MOST = 6;

/** Offers what is nearest to the missing page, by its address, out of the texts that are on this device. */
export async function fillNotOnDevice(
  { page, connectivity, loadClient }: DeviceContext,
  island: HTMLElement,
  d: DeviceStrings,
  { address, lifetime }: PageVisit,
): Promise<void> {
  if (lifetime.aborted) return;
  document.querySelector("[data-retry]")?.addEventListener("click", () => location.reload());
  // Nothing on this page is worth keeping once the real one can be had.
  let before = connectivity.value;
  const end = connectivity.subscribe((online) => {
    if (online && !before) location.reload();
    before = online;
  });
  lifetime.addEventListener("abort", end);
  const text = wordsOf(address.url.pathname);
  if (text === "") return;
  island.textContent = d.notOnDeviceLooking;
  const found = await loadClient()
    .then((client) => client.search({ text, locale: page.locale, limit: MOST }, lifetime))
    .catch(() => undefined);
  const articles = found?.ok
    ? [...found.value.articles.map(({ article, title }) => ({ article, title: title.text })), ...found.value.nearest]
    : [];
  island.replaceChildren(articles.length > 0 ? listOf(articles.slice(0, MOST), page.base, d) : d.notOnDeviceNone);
}

/** `/help/en/orders/track-an-order/` -> `track an order` */
export function wordsOf(pathname: string): string {
  let path = pathname;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    // A broken address is searched as it stands.
  }
  const last = path.split("/").filter(Boolean).at(-1) ?? "";
  return last
    .replace(/\.html?$/, "")
    .replace(/[-_]+/g, " ")
    .trim();
}

function listOf(
  articles: readonly { readonly article: string; readonly title: string }[],
  base: string,
  d: DeviceStrings,
): HTMLElement {
  const section = document.createElement("section");
  section.className = "suggestions";
  const title = document.createElement("h2");
  title.textContent = d.notOnDeviceNearest;
  const list = document.createElement("ul");
  list.className = "suggestion-list";
  for (const article of articles) {
    const link = document.createElement("a");
    link.className = "suggestion";
    link.href = `${base}${article.article.split("/").map(encodeURIComponent).join("/")}/`;
    link.textContent = article.title;
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  section.append(title, list);
  return section;
}
