import { actionLines } from "./action-lines";
import { braceLine } from "./brace-lines";
import { bracketLine } from "./bracket-lines";
import { colonClosing, colonOpening } from "./colon-container";
import { componentLine } from "./component-lines";
import { definitionLine } from "./definition-lines";
import { directiveLine, mystLine } from "./directive-lines";
import { capitalLine, gitlabTabs } from "./labelled-lines";
import { closeLearnTab, learnLine, learnTab } from "./learn-lines";
import { mkdocsOpening } from "./mkdocs";
import { includeLine, moduleLine, snippetLine } from "./module-lines";
import type { Scanner } from "./scanner";
import { isSteeringLine } from "./skipped-lines";
import { templateEnding } from "./template-lines";

/** Components, and the elements of Notion and Feishu that hold Markdown. */
const COMPONENT = /^<\/?(?:[A-Z]|(?:callout|quote-container|grid|column)(?=[\s>])|aside>)/;

/** Block dialects; true when the line was one. */
export function dialectLine(scanner: Scanner, line: string, content: string, indent: number, source: number): boolean {
  if (templateEnding(scanner, content, indent, source)) return true;
  switch (content[0]) {
    case "`":
    case "~":
      return scanner.closeFence(content, source) || directiveLine(scanner, content, indent, source);
    case "(":
    case "+":
      return mystLine(scanner, content, indent, source);
    case ":": {
      if (directiveLine(scanner, content, indent, source) || learnLine(scanner, line, content, source)) return true;
      if (definitionLine(scanner, content, indent, source)) return true;
      if (gitlabTabs(scanner, content, indent, source)) return true;
      const colons = colonClosing(content);
      if (colons > 0) return scanner.closeColons(colons, source);
      if (actionLines(scanner, content, indent, source)) return true;
      const opening = colonOpening(content);
      if (opening) scanner.open(opening, indent, source);
      return opening !== undefined;
    }
    case "!":
    case "?":
    case "=": {
      const opening = mkdocsOpening(content);
      if (opening) scanner.open(opening, indent, source);
      return opening !== undefined;
    }
    case "<":
      return (
        includeLine(scanner, content, indent, source) ||
        (COMPONENT.test(content) && componentLine(scanner, content, indent, source))
      );
    case "#":
      return learnTab(scanner, content, indent, source);
    case "{":
      return braceLine(scanner, content, indent, source);
    case "-":
    case ";":
      return (
        (/^-{3,}$/.test(content) && closeLearnTab(scanner, source)) || snippetLine(scanner, content, indent, source)
      );
    case "[":
    case "*":
    case "$":
    case "@":
      if (!isSteeringLine(content)) return bracketLine(scanner, content, indent, source);
      scanner.emit("", source);
      return true;
    case "%":
      return scanner.skip(content, source) || mystLine(scanner, content, indent, source);
    case "i":
    case "e":
      return indent === 0 && moduleLine(scanner, content, source);
    default:
      return capitalLine(scanner, content, indent, source);
  }
}
