import type { Schema } from "hast-util-sanitize";
import { DROPPED_ELEMENTS, KEPT_ELEMENTS } from "./element-names";

const TABLE = ["table"];

/**
 * What an article may contain. No class but those our own transforms emit, no style, no event handler, no form
 * control but the box of a task list. Addresses are checked afterwards, where they become references.
 */
export const SCHEMA: Schema = {
  tagNames: [...KEPT_ELEMENTS],
  strip: [...DROPPED_ELEMENTS],
  attributes: {
    "*": ["id", "lang", "dir", "title"],
    a: [
      "href",
      "name",
      "ariaLabel",
      "ariaDescribedBy",
      "dataFootnoteRef",
      "dataFootnoteBackref",
      "dataWiki",
      className("data-footnote-backref", "external-embed"),
    ],
    img: ["src", "alt", "width", "height", "dataWiki"],
    video: ["src", "poster", "width", "height", "loop", "muted", "playsInline"],
    audio: ["src", "loop", "muted"],
    source: ["src", "type"],
    track: ["src", ["kind", "captions", "subtitles", "descriptions", "chapters"], "srcLang", "label", "default"],
    aside: [className("callout", /^callout-[a-z]+$/), ["role", "note"]],
    section: [className("tab", "footnotes"), "dataLabel", "dataFootnotes"],
    div: [className("tabs"), "dataEmbed", "dataWiki", "dataAction"],
    p: [className("callout-title", "tab-label", "footnotes-title")],
    details: ["open", className("callout", /^callout-[a-z]+$/)],
    summary: [className("callout-title")],
    code: [className(/^language-[\w+#-]+$/)],
    ul: [className("contains-task-list")],
    li: [className("task-list-item"), "value"],
    ol: ["start", "reversed", ["type", "1", "a", "A", "i", "I"], className("contains-task-list")],
    input: [["type", "checkbox"], ["disabled", true], "checked"],
    td: ["align", "colSpan", "rowSpan", "headers"],
    th: ["align", "colSpan", "rowSpan", "headers", ["scope", "col", "row", "colgroup", "rowgroup"]],
    col: ["span"],
    colgroup: ["span"],
    time: ["dateTime"],
    del: ["dateTime"],
    ins: ["dateTime"],
    bdo: ["dir"],
  },
  required: { input: { type: "checkbox", disabled: true } },
  ancestors: {
    li: ["ol", "ul"],
    thead: TABLE,
    tbody: TABLE,
    tfoot: TABLE,
    tr: TABLE,
    th: TABLE,
    td: TABLE,
    caption: TABLE,
    colgroup: TABLE,
    col: TABLE,
    source: ["audio", "video"],
    track: ["audio", "video"],
    summary: ["details"],
    figcaption: ["figure"],
    dt: ["dl"],
    dd: ["dl"],
    rt: ["ruby"],
    rp: ["ruby"],
  },
  // Ids are checked against the page's own names instead, see anchor-id.ts.
  clobber: [],
  protocols: {},
};

function className(...allowed: (string | RegExp)[]): ["className", ...(string | RegExp)[]] {
  return ["className", ...allowed];
}
