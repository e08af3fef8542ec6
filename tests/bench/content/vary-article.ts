import type { Random } from "../support/random";

/** Share of words that are exchanged. */
const CHANGED = 0.2;
const FRONT_MATTER = /^\ufeff?---\r?\n[\s\S]*?\n---[^\S\n]*(?:\r?\n|$)/;
/** What must stay as it is to stay valid: code, link targets, addresses, tags, braces, entities; else a word. */
const PIECE = /`[^`]*`|\]\([^)]*\)|\[\[[^\]]*\]\]|https?:\/\/\S+|<[^>]*>|\{[^}]*\}|&#?\w+;|(\p{L}{4,})/gu;
/** Keys, with their lists, that say something about one article only, or keep it out of a public build. */
const OWN_KEYS = /^(?:audience|hidden|id|redirect|related):.*\n(?:[ \t]+\S.*\n|-[ \t].*\n)*/gm;
const IMAGE = /!\[[^\]]*\]\([^)]*\)|!\[\[[^\]]*\]\]|<img\b[^>]*>/gi;

/** The words of these texts, as often as they occur, so that a pick follows their frequency. */
export function vocabularyOf(texts: readonly string[]): string[] {
  return texts.flatMap((text) =>
    [...text.replace(FRONT_MATTER, "").matchAll(PIECE)].flatMap(([, word]) => (word === undefined ? [] : [word])),
  );
}

/**
 * An article like this one in other words, without pictures, for everyone. Headings stay, so that links to them hold; code and
 * everything that is markup stays as well.
 */
export function varyArticle(text: string, vocabulary: readonly string[], random: Random): string {
  const front = FRONT_MATTER.exec(text)?.[0] ?? "";
  const body = text.slice(front.length).replace(IMAGE, "");
  const vary = (line: string) =>
    line.replace(PIECE, (piece: string, word?: string) =>
      word !== undefined && random.next() < CHANGED ? random.pick(vocabulary) : piece,
    );
  const title = (line: string) => (/^title:/.test(line) ? `title:${vary(line.slice("title:".length))}` : line);
  let inCode = false;
  const lines = body.split("\n").map((line) => {
    if (/^\s*(```|~~~)/.test(line)) inCode = !inCode;
    return inCode || /^\s*(#|<|```|~~~|\||:::|!!!|===|\[[^\]]+\]:)/.test(line) ? line : vary(line);
  });
  return front.replace(OWN_KEYS, "").split("\n").map(title).join("\n") + lines.join("\n");
}
