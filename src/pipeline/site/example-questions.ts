import { interfaceLocale } from "../../domain/locale";
import { isAsked } from "../../ui/answer/looks-like-question";
import type { CatalogArticle } from "../catalog";

const MOST = 4;
/** Longer ones do not fit on a phone's line or two. UTF-16 units. */
const LONGEST = 60;

/**
 * Questions that articles answer, as examples: the authors' own wordings, popular articles first, one from each section
 * as far as there are enough.
 *
 * @param articles listed articles of one language, in display order
 */
export function exampleQuestions(articles: readonly CatalogArticle[]): string[] {
  // What is valid for a while only would soon be a poor example.
  const lasting = articles.filter(({ validUntil }) => validUntil === undefined);
  const ordered = [...lasting.filter(({ popular }) => popular), ...lasting.filter(({ popular }) => !popular)];
  const candidates = ordered.flatMap((article) => {
    const question = questionOf(article);
    return question === undefined ? [] : [{ question, section: article.section }];
  });
  const sections = new Set<string>();
  const first = candidates.filter(({ section }) => !sections.has(section) && sections.add(section));
  const others = candidates.filter((candidate) => !first.includes(candidate));
  return [...new Set([...first, ...others].map(({ question }) => question))].slice(0, MOST);
}

function questionOf({ title, alsoAskedAs, locale }: CatalogArticle): string | undefined {
  const wording = [title, ...alsoAskedAs].find((text) => text.length <= LONGEST && isAsked(text));
  return wording === undefined ? undefined : asQuestion(wording.trim(), interfaceLocale(locale) === "zh" ? "？" : "?");
}

/** Authors write wordings as customers type them: without a capital letter, without a question mark. */
function asQuestion(text: string, mark: string): string {
  const [first = ""] = text;
  return first.toLocaleUpperCase() + text.slice(first.length).replace(/[?？]?$/, mark);
}
