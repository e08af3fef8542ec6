import type { ArticleParts } from "./article-parts";
import { copyText, showCopied } from "./copy";

/** Gives every code block its copy button. */
export function enableCodeCopy(prose: Element, parts: ArticleParts): void {
  for (const pre of prose.querySelectorAll("pre")) {
    const block = document.createElement("div");
    block.className = "code-block";
    pre.replaceWith(block);
    const button = parts.copyButton();
    block.append(pre, button);
    button.addEventListener("click", async () => {
      showCopied(button, await copyText((pre.textContent ?? "").replace(/\n$/, "")));
    });
  }
}
