import { describe, expect, it } from "vitest";
import type { Fault } from "../../../src/domain/fault";
import { BodyFiller } from "../../../src/pipeline/bodies";
import { LinkResolver } from "../../../src/pipeline/links";
import type { BodyPart, ParsedDocument } from "../../../src/pipeline/markdown/document";
import { MediaLibrary } from "../../../src/pipeline/media";
import { catalogOf, documentAt, headings } from "../../support/documents";
import { folderWith } from "../../support/folders";
import { png } from "../../support/png";

const link = (target: string): BodyPart => ({ type: "link", target, line: 5 });
const embed = (target: string, line = 5): BodyPart => ({ type: "embed", target, line, depth: 1, wiki: true });
const image = (target: string, more: object = {}): BodyPart => ({
  type: "image",
  target,
  alt: "A map",
  line: 7,
  ...more,
});

interface Given {
  readonly body: readonly BodyPart[];
  readonly others?: readonly ParsedDocument[];
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly base?: string;
}

/** Fills the body of `en/page.md`; hashes in the names of media read `#`. */
async function filled({ body, others = [], files = {}, base = "/help/" }: Given) {
  const catalog = catalogOf([documentAt("en/page.md", { body, headings: headings("Here") }), ...others]);
  const media = new MediaLibrary(await folderWith(files), Object.keys(files));
  const filler = new BodyFiller(new LinkResolver(catalog, media), media, base);
  const { html, media: used, faults } = await filler.fill(catalog.at("en/page.md"));
  const named = (text: string) => text.replace(/-[0-9a-f]{10}\./g, "-#.");
  return { html: named(html), media: used.map(({ path }) => named(path)), faults };
}

const fault = (
  line: number,
  code: Fault["code"],
  severity: Fault["severity"],
  expected: string,
  found: string,
): Fault => ({
  code,
  severity,
  file: "en/page.md",
  line,
  expected,
  found,
});

describe("links", () => {
  const others = [documentAt("zh/退货/如何退货.md", { headings: headings("运费") })];

  it.each([
    [
      "an article, percent-encoded",
      "/zh/退货/如何退货.md",
      "/help/zh/%E9%80%80%E8%B4%A7/%E5%A6%82%E4%BD%95%E9%80%80%E8%B4%A7/",
    ],
    [
      "its heading",
      "/zh/退货/如何退货.md#运费",
      "/help/zh/%E9%80%80%E8%B4%A7/%E5%A6%82%E4%BD%95%E9%80%80%E8%B4%A7/#%E8%BF%90%E8%B4%B9",
    ],
    ["a section", "/zh/退货/", "/help/zh/%E9%80%80%E8%B4%A7/"],
    ["a heading of its own page", "page.md#here", "#here"],
    ["its own page", "page.md", "/help/en/page/"],
    ["a file to download", "form.pdf", "/help/media/form-#.pdf"],
  ])("lead to %s", async (_, target, href) => {
    const result = await filled({ body: ['<a href="', link(target), '">x</a>'], others, files: { "form.pdf": "x" } });
    expect(result).toEqual({
      html: `<a href="${href}">x</a>`,
      media: target === "form.pdf" ? ["media/form-#.pdf"] : [],
      faults: [],
    });
  });

  it("that are broken stay on the page or at the article they meant, and are reported with their line", async () => {
    const body = [link("gone.md"), " ", link("#gone"), " ", link("/zh/退货/如何退货.md#gone")];
    const { html, faults } = await filled({ body, others });
    expect(html).toBe("# # /help/zh/%E9%80%80%E8%B4%A7/%E5%A6%82%E4%BD%95%E9%80%80%E8%B4%A7/");
    expect(faults).toEqual([
      fault(5, "broken-link", "error", "the path of an article or file in the content folder", "gone.md"),
      fault(5, "broken-anchor", "error", "a heading of en/page.md (#here)", "#gone"),
      fault(5, "broken-anchor", "error", "a heading of zh/退货/如何退货.md (#运费)", "#gone"),
    ]);
  });
});

describe("pictures", () => {
  const files = { "map.png": png(400, 300), "odd.png": "no picture" };
  const LAZY = 'loading="lazy" decoding="async"';

  it.each([
    ["their own size", {}, 'alt="A map" width="400" height="300"'],
    ["the author's width and a height to match", { width: 200 }, 'alt="A map" width="200" height="150"'],
    ["the author's height and a width to match", { height: 30 }, 'alt="A map" width="40" height="30"'],
    ["both sizes from the author", { width: 10, height: 20 }, 'alt="A map" width="10" height="20"'],
    [
      "escaped texts",
      { alt: '"<b>', title: "it's" },
      'alt="&quot;&lt;b&gt;" title="it&#39;s" width="400" height="300"',
    ],
  ])("have %s", async (_, more, attributes) => {
    expect(await filled({ body: [image("map.png", more)], files })).toEqual({
      html: `<img src="/help/media/map-#.png" ${attributes} ${LAZY}>`,
      media: ["media/map-#.png"],
      faults: [],
    });
  });

  it("without a size still show", async () => {
    const { html } = await filled({ body: [image("odd.png", { width: 50 })], files });
    expect(html).toBe(`<img src="/help/media/odd-#.png" alt="A map" width="50" ${LAZY}>`);
  });

  it("that are missing leave their description and a warning, never an empty hole in the article", async () => {
    const body = ["<p>", image("gone.png", { alt: 'The "map"' }), image("gone.png", { alt: "" }), "</p>"];
    const warning = fault(7, "missing-image", "warning", "a picture in the content folder", "gone.png");
    expect(await filled({ body })).toEqual({
      html: '<p><span class="missing-image" role="img" aria-label="The &quot;map&quot;">The &quot;map&quot;</span></p>',
      media: [],
      faults: [warning, warning],
    });
  });

  it("used twice are carried once", async () => {
    expect((await filled({ body: [image("map.png"), image("map.png")], files })).media).toHaveLength(1);
  });
});

describe("videos and captions", () => {
  it("get the address of their file, or none and a warning", async () => {
    const media = (target: string): BodyPart => ({ type: "media", target, line: 3 });
    const body = ['<video src="', media("film.mp4"), '"></video><video src="', media("gone.mp4"), '"></video>'];
    expect(await filled({ body, files: { "film.mp4": "x" } })).toEqual({
      html: '<video src="/help/media/film-#.mp4"></video><video src=""></video>',
      media: ["media/film-#.mp4"],
      faults: [fault(3, "missing-media", "warning", "a file in the content folder", "gone.mp4")],
    });
  });
});

describe("embedded notes", () => {
  const note = (path: string, body: readonly BodyPart[]) => documentAt(path, { body, headings: headings("Part") });

  it("bring their body, with their own links and pictures", async () => {
    const others = [
      note("en/notes/Fees.md", ["<p>", link("more.md"), "</p>", image("map.png"), embed("Deeper")]),
      note("en/notes/more.md", []),
      note("en/Deeper.md", ["<p>deep</p>"]),
    ];
    const files = { "en/notes/map.png": png(4, 3) };
    expect(await filled({ body: ["<h2>Costs</h2>", embed("Fees")], others, files })).toEqual({
      html: '<h2>Costs</h2><p>/help/en/notes/more/</p><img src="/help/media/map-#.png" alt="A map" width="4" height="3" loading="lazy" decoding="async"><p>deep</p>',
      media: ["media/map-#.png"],
      faults: [],
    });
  });

  it("bring one section when one is named", async () => {
    const others = [
      note("en/Fees.md", ['<p>before</p><h2 id="part">Part</h2><p>wanted</p><h2 id="next">Next</h2><p>after</p>']),
    ];
    expect((await filled({ body: [embed("Fees#Part")], others })).html).toBe("<h2>Part</h2><p>wanted</p>");
  });

  it("that are pictures show", async () => {
    const { html } = await filled({ body: [embed("map.png")], files: { "attachments/map.png": png(4, 3) } });
    expect(html).toMatch(/^<img src="\/help\/media\/map-#\.png" alt="" width="4" height="3"/);
  });

  it("that embed themselves are stopped at once, and reported where they do", async () => {
    const others = [note("en/A.md", ["a", embed("B", 2)]), note("en/B.md", ["b", embed("A", 3)])];
    const { html, faults } = await filled({ body: ["page ", embed("A"), embed("page", 9)], others });
    expect(html).toBe("page ab");
    expect(faults).toEqual([
      fault(9, "broken-embed", "error", "an article of this folder", "page, which embeds itself in turn"),
    ]);
  });

  it("may be a section of the same note", async () => {
    const body = ['<h2 id="here">Here</h2><p>x</p><h2 id="rest">Rest</h2>', embed("#Here")];
    const { html, faults } = await filled({ body });
    expect([html, faults]).toEqual(['<h2 id="here">Here</h2><p>x</p><h2 id="rest">Rest</h2><h2>Here</h2><p>x</p>', []]);
  });

  it("are cut where they go too deep", async () => {
    const others = [1, 2, 3, 4, 5, 6].map((n) => note(`en/n${n}.md`, [`${n}`, embed(`n${n + 1}`)]));
    expect((await filled({ body: [embed("n1")], others })).html).toBe("1234");
  });

  it("that are missing are reported; what is wrong inside them is reported with them, not here", async () => {
    const others = [note("en/A.md", [link("gone.md")])];
    expect(await filled({ body: [embed("A"), embed("Lost")], others })).toEqual({
      html: "#",
      media: [],
      faults: [fault(5, "broken-embed", "error", "an article of this folder", "Lost")],
    });
  });
});
