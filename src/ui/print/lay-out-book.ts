import type { Locale } from "../../domain/locale";
import { hasPassed } from "../behaviour/valid-until";
import { formatDate } from "../strings/dates";
import type { PrintStrings } from "../strings/print-en";
import { type BookPlaces, bindProse } from "./bind-prose";
import { element, link } from "./elements";
import type { GatheredArticle, GatheredSection } from "./gather";
import { unfoldProse } from "./unfold-prose";

export interface BookOptions {
  /** The site's name, on the cover. */
  readonly name: string;
  /** Address of the site's home, in this language. */
  readonly home: string;
  readonly locale: Locale;
  readonly p: PrintStrings;
  readonly now: Date;
  /** Title for articles outside any section. */
  readonly otherArticles: string;
}

/** The articles as a book: cover, contents, a chapter for each section. The articles' elements move into it. */
export function layOutBook(sections: readonly GatheredSection[], options: BookOptions): HTMLElement {
  const ids = new Map<string, string>();
  for (const { articles } of sections) {
    for (const { url } of articles) ids.set(url.pathname, `ph-a${ids.size + 1}`);
  }
  const places: BookPlaces = { placeOf: (pathname) => ids.get(pathname) };
  const book = element("div", "book");
  book.append(cover(options), contents(sections, places, options));
  sections.forEach((section, i) => {
    const chapter = element("section", "book-chapter");
    chapter.setAttribute("aria-labelledby", chapterId(i));
    const title = element("h2", "", titleOf(section, options));
    title.id = chapterId(i);
    chapter.append(title, ...section.articles.map((article) => layOutArticle(article, places, options)));
    book.append(chapter);
  });
  return book;
}

function cover({ name, home, locale, p, now }: BookOptions): HTMLElement {
  const date = now.toLocaleString(locale, { dateStyle: "long", timeStyle: "short" });
  const header = element("header", "book-cover");
  header.append(
    element("p", "book-name", name),
    element("p", "book-address", home),
    element("p", "book-date", `${p.printed} ${date}`),
  );
  return header;
}

function contents(sections: readonly GatheredSection[], places: BookPlaces, options: BookOptions): HTMLElement {
  const nav = element("nav", "book-contents");
  nav.setAttribute("aria-labelledby", "ph-book-contents");
  const title = element("h2", "", options.p.contents);
  title.id = "ph-book-contents";
  const list = element("ol");
  sections.forEach((section, i) => {
    const item = element("li");
    const articles = element("ol");
    for (const { url, title } of section.articles) {
      const entry = element("li");
      entry.append(link(`#${places.placeOf(url.pathname)}`, title));
      articles.append(entry);
    }
    item.append(link(`#${chapterId(i)}`, titleOf(section, options)), articles);
    list.append(item);
  });
  nav.append(title, list);
  return nav;
}

function layOutArticle(
  { url, title, article }: GatheredArticle,
  places: BookPlaces,
  options: BookOptions,
): HTMLElement {
  const { p, locale, now } = options;
  const id = places.placeOf(url.pathname) ?? "";
  const box = element("article", "book-article");
  const heading = element("h3", "", title);
  heading.id = id;
  box.setAttribute("aria-labelledby", id);
  const meta = element("p", "book-meta");
  meta.append(element("span", "book-address", url.href));
  box.append(heading, meta);
  if (!article) {
    box.append(element("p", "book-missing", p.missingHere));
    return box;
  }
  if (article.updated) {
    const time = element("time", "", article.updated.words);
    time.dateTime = article.updated.dateTime;
    meta.append(" · ", `${p.updated} `, time);
  }
  const { validUntil } = article;
  if (validUntil !== undefined && hasPassed(validUntil, now)) {
    box.append(element("p", "book-expired", p.expired(formatDate(validUntil, locale, "long"))));
  }
  const prose = document.importNode(article.prose, true);
  prose.removeAttribute("data-prose");
  unfoldProse(prose, p);
  bindProse(prose, id, url, places);
  box.append(prose);
  return box;
}

function titleOf({ entry }: GatheredSection, { otherArticles }: BookOptions): string {
  return entry.section === "" ? otherArticles : entry.title;
}

function chapterId(index: number): string {
  return `ph-chapter-${index + 1}`;
}
