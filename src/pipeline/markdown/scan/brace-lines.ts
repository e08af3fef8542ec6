import { liquidContainer, liquidLine } from "./liquid";
import type { Scanner } from "./scanner";
import { isSteeringLine } from "./skipped-lines";

/** Lines that begin with a brace: Liquid tags, attribute lists, MDX comments. */
export function braceLine(scanner: Scanner, content: string, indent: number, source: number): boolean {
  if (isSteeringLine(content)) {
    scanner.emit("", source);
    return true;
  }
  const attributes = /^\{:\s*([^{}]*)\}$/.exec(content) ?? /^\{\s*([.#][^{}]*)\}$/.exec(content);
  if (attributes) return attributeLine(scanner, attributes[1] ?? "", indent, source);
  if (scanner.skip(content, source)) return true;
  const liquid = liquidLine(content);
  if (!liquid) return false;
  if (liquid.name === "highlight") {
    const language = /^[\w+#-]+/.exec(liquid.argument)?.[0] ?? "";
    scanner.emit(`${" ".repeat(indent)}~~~~~~~~~~${language}`, source);
    scanner.paragraph = false;
    for (scanner.at++; scanner.at < scanner.lines.length; scanner.at++) {
      const line = scanner.lines[scanner.at] ?? "";
      if (/^\s*\{%-?\s*endhighlight\s*-?%\}/.test(line)) break;
      scanner.emit(line, scanner.firstLine + scanner.at);
    }
    scanner.emit(
      `${" ".repeat(indent)}~~~~~~~~~~`,
      Math.min(scanner.firstLine + scanner.at, scanner.firstLine + scanner.lines.length - 1),
    );
    return true;
  }
  const container = liquidContainer(liquid);
  if (container) scanner.open({ container, mode: "liquid", name: liquid.name, colons: 0 }, indent, source);
  else if (liquid.name.startsWith("end") && scanner.closeNamed("liquid", liquid.name.slice(3), source)) return true;
  else if (liquid.name.startsWith("include")) include(scanner, liquid.argument, source);
  else embedTag(scanner, liquid.name, liquid.argument, indent, source);
  return true;
}

function embedTag(scanner: Scanner, name: string, argument: string, indent: number, source: number): void {
  const url = /url="([^"]+)"/.exec(argument)?.[1];
  scanner.emit(name === "embed" && url ? `${" ".repeat(indent)}<${url}>` : "", source, false);
}

function include(scanner: Scanner, argument: string, source: number): void {
  scanner.faults.push({
    code: "unknown-component",
    severity: "warning",
    file: scanner.file,
    line: source,
    expected: "the text itself: Liquid includes are left out",
    found: `{% include ${argument} %}`.replace(/\s+/g, " "),
  });
  scanner.emit("", source);
}

function attributeLine(scanner: Scanner, list: string, indent: number, source: number): boolean {
  const id = /(?:^|\s)#([^\s.#=]+)/.exec(list)?.[1];
  const before = scanner.out.at(-1);
  if (id && before && /^\s{0,3}#{1,6}\s/.test(before.text)) before.text += ` {#${id}}`;
  else if (id) scanner.open({ container: { type: "anchor", id }, mode: "single", name: "", colons: 0 }, indent, source);
  scanner.emit("", source);
  scanner.paragraph = false;
  return true;
}
