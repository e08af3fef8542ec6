import { OWN_PAGES } from "../domain/own-pages";
import { slug } from "./slug";

export { OWN_PAGES };

/** The section that a folder below the language folder becomes. */
export function sectionPath(folder: string): string {
  if (folder === "") return "";
  const [top = "", ...below] = folder.split("/").map(slug);
  return [OWN_PAGES.includes(top) ? `${top}-section` : top, ...below].join("/");
}

/** `a/b/c` -> `a`, `a/b`, `a/b/c`. */
export function outerSections(section: string): string[] {
  const parts = section === "" ? [] : section.split("/");
  return parts.map((_, depth) => parts.slice(0, depth + 1).join("/"));
}
