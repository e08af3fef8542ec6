import type { Locale } from "../../domain/locale";
import type { RootManifest, SectionEntry } from "../../domain/pack";

/** A section with all that lies below it, as it can be chosen. */
export interface PrintableSection {
  /** Slugged path; `""`: the articles outside any section. */
  readonly section: string;
  readonly title: string;
  /** Articles in it and below it. */
  readonly articles: number;
}

/** Which sections an address asks for: every one, those below the paths it names, or none yet. */
export type PrintChoice = "all" | readonly string[];

/** `#all`, or `#section=<path>` once or more often. */
export function readChoice(hash: string): PrintChoice {
  if (hash === "#all") return "all";
  return new URLSearchParams(hash.slice(1)).getAll("section");
}

export function choiceHash(choice: PrintChoice): string {
  if (choice === "all") return "#all";
  return `#${new URLSearchParams(choice.map((section) => ["section", section])).toString()}`;
}

/** The sections of one language that have articles, in the site's order. */
export function sectionsToPrint(manifest: RootManifest, locale: Locale, choice: PrintChoice): readonly SectionEntry[] {
  const all = (manifest.locales.find((own) => own.locale === locale)?.sections ?? []).filter(
    ({ articles }) => articles > 0,
  );
  if (choice === "all") return all;
  return all.filter(({ section }) => choice.some((chosen) => isWithin(section, chosen)));
}

/** What is offered: the top-level sections, and what the address names besides. */
export function printableSections(
  manifest: RootManifest,
  locale: Locale,
  named: PrintChoice,
  otherArticles: string,
): readonly PrintableSection[] {
  const entries = manifest.locales.find((own) => own.locale === locale)?.sections ?? [];
  const tops = entries.map(({ section }) => section.split("/")[0] ?? "");
  const below = named === "all" ? [] : named.filter((path) => path.includes("/"));
  return [...new Set([...tops, ...below])].flatMap((section) => {
    const mine = entries.filter((entry) => isWithin(entry.section, section));
    const articles = mine.reduce((sum, entry) => sum + entry.articles, 0);
    const own = mine.find((entry) => entry.section === section);
    const title = section === "" ? otherArticles : (own?.title ?? mine[0]?.group ?? section);
    return articles > 0 ? [{ section, title, articles }] : [];
  });
}

function isWithin(section: string, chosen: string): boolean {
  return section === chosen || (chosen !== "" && section.startsWith(`${chosen}/`));
}
