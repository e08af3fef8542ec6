import type { Root as HtmlRoot } from "hast";
import { sanitize } from "hast-util-sanitize";
import type { Heading } from "../../domain/article";
import type { Fault } from "../../domain/fault";
import { hanShare } from "../../text/script";
import { actionsOf } from "./actions/actions-of";
import { descriptionOf, shorten } from "./description";
import type { ParsedDocument, SourceFile } from "./document";
import { parseFrontMatter } from "./front-matter/parse-front-matter";
import { isFolderPage, isHelperFile } from "./helper-file";
import { assignIds } from "./html/assign-ids";
import { decorate } from "./html/decorate";
import { dropContents } from "./html/drop-contents";
import { headingDepth, textProperty } from "./html/elements";
import { inlineText } from "./html/inline-text";
import { numberHeadings } from "./html/number-headings";
import { renderBody } from "./html/render-body";
import { SCHEMA } from "./html/sanitize-schema";
import { htmlTree, plainTree } from "./html-tree";
import { passagesOf } from "./passages";
import { redirectStub } from "./redirect-stub";
import { withoutMarks } from "./scan/marks";
import { scanBody } from "./scan/scan-body";
import { stepsOf } from "./steps";
import { textBlocks } from "./text-blocks";
import { fileTitle, headingsOf, headingTitle, titleHeading } from "./title";
import type { TreeContext } from "./tree/tree-context";

/** Share of Han letters from which words that we add ourselves are Chinese. */
const CHINESE = 0.2;

/**
 * Parses one Markdown file of any of the known dialects. Never throws: whatever is wrong is a fault, and the rest of
 * the file still makes a document.
 */
export function parseMarkdown(source: SourceFile): ParsedDocument {
  try {
    return parse(source, htmlTree);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // Nested too deeply for the stack: its words are worth more than its markup.
    return parse(source, plainTree);
  }
}

function parse(source: SourceFile, toTree: (body: string, context: TreeContext) => HtmlRoot): ParsedDocument {
  const file = source.path;
  const text = withoutMarks(source.text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"));
  const { frontMatter, body, bodyLine, faults: matterFaults } = parseFrontMatter(file, text);
  const share = hanShare(body);
  const chinese = frontMatter.lang ? frontMatter.lang.startsWith("zh") : share >= CHINESE;
  const scan = scanBody(file, body, bodyLine);
  const faults: Fault[] = [...matterFaults, ...scan.faults];
  const context: TreeContext = { file, scan, chinese, faults };

  const tree = sanitize(toTree(body, context), SCHEMA) as HtmlRoot;
  decorate(tree, context);
  dropContents(tree);
  const anchors = assignIds(tree, context);
  const heading = titleHeading(tree, frontMatter.title);
  if (heading) tree.children.splice(tree.children.indexOf(heading), 1);
  const title =
    frontMatter.title ?? (heading && headingTitle(heading)) ?? frontMatter.label ?? fileTitle(file, chinese);
  const elements = headingsOf(tree);
  numberHeadings(elements);
  const headings = elements.flatMap((node): Heading[] => {
    const words = inlineText(node);
    if (words === "") return [];
    return [{ depth: headingDepth(node) as Heading["depth"], text: words, anchor: textProperty(node, "id") ?? "" }];
  });

  const redirectTo = frontMatter.redirectTo ?? redirectStub(body, tree);
  const parts = renderBody(tree, context);
  const isEmpty = parts.every((part) => typeof part === "string" && part.trim() === "");
  const found = passagesOf(textBlocks(tree));
  // Nothing but pictures: the title is all that search can know of it.
  const passages = found.length > 0 || isEmpty ? found : [{ anchor: "", headings: [], text: title }];
  const hidden = frontMatter.hidden ?? (isHelperFile(file, tree, isEmpty) || undefined);
  if (isEmpty && redirectTo === undefined && !(hidden && isFolderPage(file))) {
    const expected = "text below the front matter and the title";
    faults.push({ code: "empty", severity: "warning", file, line: bodyLine, expected, found: "nothing" });
  }
  return {
    path: file,
    frontMatter: {
      ...frontMatter,
      ...(redirectTo !== undefined && { redirectTo }),
      ...(hidden !== undefined && { hidden }),
    },
    title,
    description: shorten(frontMatter.description ?? descriptionOf(tree), 200),
    body: parts,
    headings,
    anchors,
    passages,
    actions: actionsOf(tree, context),
    steps: stepsOf(tree),
    hanShare: share,
    faults: faults.sort((a, b) => a.line - b.line),
  };
}
