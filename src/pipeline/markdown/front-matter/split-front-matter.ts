/** Where the front matter of a file ends and its body begins. Lines are 1-based lines of the file. */
export interface SplitSource {
  readonly format: "yaml" | "toml" | "json" | "none";
  readonly matter: string;
  /** Line of the first line of `matter`. */
  readonly matterLine: number;
  readonly body: string;
  readonly bodyLine: number;
  /** The opening fence has no closing one; `matter` then ends at the first blank line. */
  readonly unclosed: boolean;
}

const KEY_LINE = /^["']?[\w\p{L}][\w\p{L} .-]*["']?\s*[:：=]/u;

/**
 * Separates front matter (`---` YAML, `+++` TOML, an object of JSON) from the body.
 * A file that merely opens with a horizontal rule has none.
 */
export function splitFrontMatter(text: string): SplitSource {
  const none: SplitSource = { format: "none", matter: "", matterLine: 1, body: text, bodyLine: 1, unclosed: false };
  if (/^\{[ \t]*\n/.test(text)) return splitJson(text) ?? none;
  const opening = /^(---|\+\+\+)[ \t]*\n/.exec(text);
  if (!opening) return none;
  const format = opening[1] === "---" ? "yaml" : "toml";
  const lines = text.split("\n");
  const isClosing = (line: string) => (format === "toml" ? /^\+\+\+\s*$/.test(line) : /^(---|\.\.\.)\s*$/.test(line));
  let end = lines.findIndex((line, index) => index > 0 && isClosing(line));
  const unclosed = end < 0;
  if (unclosed) {
    if (!KEY_LINE.test(lines[1] ?? "")) return none;
    end = lines.findIndex((line, index) => index > 0 && line.trim() === "");
    if (end < 0) end = lines.length;
  }
  const matter = lines.slice(1, end);
  const hasContent = matter.some((line) => line.trim() !== "" && !line.trim().startsWith("#"));
  if (hasContent && !matter.some((line) => KEY_LINE.test(line) || /^\s*[{[]/.test(line))) return none;
  return {
    format,
    matter: matter.join("\n"),
    matterLine: 2,
    body: lines.slice(end + 1).join("\n"),
    bodyLine: end + 2,
    unclosed,
  };
}

/** Hugo's JSON: an object that ends with a brace at the beginning of a line. */
function splitJson(text: string): SplitSource | undefined {
  const lines = text.split("\n");
  const end = lines.findIndex((line) => /^\}\s*$/.test(line));
  if (end < 0 || !/^\s*"[\w-]+"\s*:/.test(lines[1] ?? "")) return undefined;
  const matter = lines.slice(0, end + 1).join("\n");
  const body = lines.slice(end + 1).join("\n");
  return { format: "json", matter, matterLine: 1, body, bodyLine: end + 2, unclosed: false };
}
