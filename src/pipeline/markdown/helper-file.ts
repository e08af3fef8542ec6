import type { Element, ElementContent, Root } from "hast";
import { isElement } from "./html/elements";
import { wordsOf } from "./html/inline-text";

/** Files that other generators build their menus from. */
const NAVIGATION = /(?:^|\/)(?:summary|_?sidebar|_?navbar|_?nav|_?toc|navigation|_coverpage|_footer|_404|目录)\.\w+$/i;
/** A part of other pages (`_prerequisites.mdx`, `includes/note.md`); the page of a folder begins so as well. */
const PARTIAL = /(?:^|\/)(?:_(?!index\.)[^/]*|(?:includes|partials|_[^/]+)\/.*)$/;
const FOLDER_PAGE = /(?:^|\/)_?(?:index|readme)\.\w+$/i;

/**
 * Whether a file serves other pages and is nothing to read or to find by itself: a part of them, a menu of little but
 * links, or the page of a folder that says nothing.
 */
export function isHelperFile(path: string, tree: Root, isEmpty: boolean): boolean {
  if (PARTIAL.test(path)) return true;
  if (isFolderPage(path) && isEmpty) return true;
  return NAVIGATION.test(path) && (isEmpty || linkShare(tree) > 0.7);
}

/** `index.md`, `_index.md` or `README.md`: it may be there only for its front matter. */
export function isFolderPage(path: string): boolean {
  return FOLDER_PAGE.test(path);
}

/** Share of the characters outside headings that stand in links. */
function linkShare(tree: Root): number {
  let all = 0;
  let linked = 0;
  const count = (nodes: readonly ElementContent[], inLink: boolean) => {
    for (const node of nodes) {
      if (node.type === "text") {
        const { length } = wordsOf(node).trim();
        all += length;
        if (inLink) linked += length;
      } else if (isElement(node) && !/^h[1-6]$/.test(node.tagName)) {
        count(node.children, inLink || node.tagName === "a");
      }
    }
  };
  count(tree.children as Element[], false);
  return all === 0 ? 1 : linked / all;
}
