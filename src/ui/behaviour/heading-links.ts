import type { ArticleParts } from "./article-parts";
import { copyText, showCopied } from "./copy";
import type { PageAddress } from "./page-visit";

/** Puts a link beside every heading that has an anchor; it copies its own address. */
export function enableHeadingLinks(prose: Element, parts: ArticleParts, address: PageAddress): void {
  for (const heading of prose.querySelectorAll<HTMLElement>(":is(h2, h3, h4, h5, h6)[id]")) {
    if (heading.closest("summary, a, .callout, .sr-only")) continue;
    const line = document.createElement("div");
    line.className = "heading-line";
    heading.replaceWith(line);
    const link = parts.headingLink();
    link.href = `#${encodeURIComponent(heading.id)}`;
    link.setAttribute("aria-label", `${link.getAttribute("aria-label") ?? ""}: ${heading.textContent ?? ""}`);
    // Beside the heading, not in it, or its name would be read with every heading.
    line.append(heading, link);
    link.addEventListener("click", async () => {
      const own = new URL(link.hash, address.url);
      showCopied(link, await copyText(address.shared(own)));
    });
  }
}
