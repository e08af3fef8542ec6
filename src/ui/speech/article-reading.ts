import { interfaceLocale } from "../../domain/locale";
import { rangeOf, readableBlocks, type TextBlock } from "./article-text";
import { connectControls } from "./connect-controls";
import { createFollower, type Follower } from "./follow-spoken";
import { createSpokenMark } from "./mark-spoken";
import { type Piece, spokenPieces } from "./spoken-pieces";
import type { Synthesis, Voice } from "./synthesis";

/** The title, the warning that the article may be out of date while it is shown, and the text. */
const READ = "h1, .expired, [data-prose]";

/** Puts "Listen" beside what an article is and how fresh; the page brings the HTML, see `ListenPart`. @returns a function that stops it */
export function enableArticleReading(
  article: HTMLElement,
  lang: string,
  synthesis: Synthesis,
  voice: () => Voice | undefined,
): () => void {
  const template = document.querySelector<HTMLTemplateElement>("template#article-parts");
  const controls = template?.content.querySelector("[data-listen]")?.cloneNode(true) as HTMLElement | undefined;
  const tools = article.querySelector(".article-tools");
  if (!controls || !tools) return () => undefined;
  tools.insertBefore(controls, tools.querySelector("[data-save]"));

  const mark = createSpokenMark();
  let spoken: readonly { readonly block: TextBlock; readonly piece: Piece }[] = [];
  let follower: Follower | undefined;

  return connectControls(controls, synthesis, {
    voice,
    texts() {
      const cellGap = interfaceLocale(lang) === "zh" ? "，" : ", ";
      const blocks = [...article.querySelectorAll(READ)].flatMap((part) => readableBlocks(part, cellGap));
      spoken = blocks.flatMap((block) => spokenPieces(block.text, lang).map((piece) => ({ block, piece })));
      return spoken.map(({ piece }) => piece.text);
    },
    onText(index) {
      const current = index === undefined ? undefined : spoken[index];
      if (!current) {
        mark.hide();
        follower?.end();
        follower = undefined;
        return;
      }
      const range = rangeOf(current.block, current.piece);
      mark.show(range, current.block.element);
      follower ??= createFollower();
      follower.follow(range);
    },
  });
}
