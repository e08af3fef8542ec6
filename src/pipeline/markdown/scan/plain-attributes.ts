import { readTag } from "./tag";

/** `useBaseUrl("/img/a.png")`, `require("./a.png").default`: only the path counts. */
const PATH = /^(?:useBaseUrl|require|withBase|url)\(\s*(["'`])([^"'`]+)\1\s*\)(?:\.default)?$/;

/** Writes the attributes of JSX (`width={300}`, `style={{…}}`, `{...props}`) as HTML knows them; lines stay lines. */
export function plainAttributes(text: string): string {
  if (!/=\s*\{|\{\.\.\./.test(text)) return text;
  let result = "";
  let done = 0;
  for (const start of text.matchAll(/<(?=[A-Za-z])/g)) {
    if (start.index < done) continue;
    const tag = readTag(text, start.index);
    const source = tag && text.slice(start.index, tag.end);
    if (!tag || !source || !/=\s*\{|\{\.\.\./.test(source)) continue;
    const attributes = Object.entries(tag.attributes).map(([name, value]) => attribute(name, value));
    const lines = "\n".repeat(source.split("\n").length - 1);
    const end = tag.selfClosing ? " />" : ">";
    result += `${text.slice(done, start.index)}<${tag.name}${attributes.join("")}${lines}${end}`;
    done = tag.end;
  }
  return result + text.slice(done);
}

function attribute(name: string, value: string): string {
  if (/^(?:style|className|on[A-Z]\w*)$/.test(name)) return "";
  const path = PATH.exec(value)?.[2] ?? value;
  return ` ${name}="${path.replace(/\s+/g, " ").replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`;
}
