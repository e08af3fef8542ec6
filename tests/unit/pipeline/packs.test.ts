import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { RootManifest, SectionManifest, SectionPack } from "../../../src/domain/pack";
import type { ParsedDocument } from "../../../src/pipeline/markdown/document";
import { type OutputFile, packFiles, type SectionFiles } from "../../../src/pipeline/packs";
import { flatten, sectionTree } from "../../../src/pipeline/sections";
import { catalogOf, configWith, documentAt } from "../../support/documents";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const page = { path: "en/a/index.html", size: 3, sha256: sha256(Buffer.from("abc")) };

function packsOf(documents: readonly ParsedDocument[], audience: "public" | "staff" = "public"): OutputFile[] {
  const catalog = catalogOf(documents, {}, audience);
  return packFiles(
    catalog.locales.map((locale) => ({
      locale,
      sections: flatten(sectionTree(catalog, configWith(), locale)).map(
        (section): SectionFiles => ({ section, pages: [page], media: [] }),
      ),
    })),
  );
}

const read = <T>(files: readonly OutputFile[], path: string): T =>
  JSON.parse(Buffer.from(files.find((file) => file.path === path)!.bytes).toString());
const root = (files: readonly OutputFile[]) => read<RootManifest>(files, "packs/manifest.json");
const names = (files: readonly OutputFile[]) => new Set(files.map(({ path }) => path));

const documents = [
  documentAt("en/top.md", { updated: "2026-01-05" }),
  documentAt("en/a/one.md", {
    kind: "faq",
    tags: ["x"],
    alsoAskedAs: ["why?"],
    updated: "2026-03-01",
    validUntil: "2027-01-01",
    popular: true,
    passages: [{ anchor: "h", headings: ["H"], text: "Text." }],
  }),
  documentAt("en/a/unseen.md", { hidden: true, updated: "2030-01-01" }),
  documentAt("en/a/deep/two.md"),
  documentAt("zh/a/one.md"),
];

describe("packFiles", () => {
  it("names every file but the root by its content, and each level names the next with size and hash", () => {
    const files = packsOf(documents);
    for (const { path, bytes } of files) {
      if (path !== "packs/manifest.json") expect(path).toBe(`packs/${sha256(bytes).slice(0, 16)}.json`);
    }
    const sections = root(files).locales.flatMap(({ sections }) => sections);
    for (const { pack, manifest } of sections) {
      for (const { path, size, sha256: hash } of [pack, manifest]) {
        const { bytes } = files.find((file) => file.path === path)!;
        expect([size, hash]).toEqual([bytes.length, sha256(bytes)]);
      }
    }
    expect(files).toHaveLength(1 + 2 * sections.length);
  });

  it("lists languages and sections in display order, with counts, and the youngest date", () => {
    const { version, content, updated, locales } = root(packsOf(documents));
    expect({ version, updated }).toEqual({ version: 1, updated: "2026-03-01" });
    expect(content).toMatch(/^[0-9a-f]{16}$/);
    expect(
      locales.map(({ locale, sections }) => [locale, sections.map((s) => [s.section, s.title, s.articles])]),
    ).toEqual([
      [
        "en",
        [
          ["", "", 1],
          ["a", "A", 1],
          ["a/deep", "Deep", 1],
        ],
      ],
      ["zh", [["a", "A", 1]]],
    ]);
  });

  it("sums up what it takes to keep a section, and sends index pages of empty sections along with what lies below", () => {
    const catalog = catalogOf([documentAt("en/a/deep/two.md"), documentAt("en/b/three.md")]);
    const index = (path: string) => ({ path: `en/${path}/index.html`, size: 5, sha256: path });
    const files = packFiles([
      {
        locale: "en",
        sections: flatten(sectionTree(catalog, configWith(), "en")).map((section) => ({
          section,
          pages: section.path === "" ? [] : [index(section.path)],
          media: [{ path: "media/x.png", size: 7, sha256: "x" }],
        })),
      },
    ]);
    const { sections } = root(files).locales[0]!;
    expect(sections.map(({ section, group, bytes, pack }) => [section, group, bytes - pack.size])).toEqual([
      ["a/deep", "A", 17],
      ["b", undefined, 12],
    ]);
    const pages = sections.map(({ manifest }) =>
      read<SectionManifest>(files, manifest.path).pages.map(({ path }) => path),
    );
    expect(pages).toEqual([["en/a/index.html", "en/a/deep/index.html"], ["en/b/index.html"]]);
  });

  it("packs what search and answers need of a listed article, and nothing of a hidden one", () => {
    const files = packsOf(documents);
    const { pack, manifest } = root(files).locales[0]!.sections[1]!;
    expect(read<SectionPack>(files, pack.path)).toEqual({
      version: 1,
      locale: "en",
      section: "a",
      title: "A",
      articles: [
        {
          id: "en/a/one",
          title: "One",
          description: "About One.",
          kind: "faq",
          tags: ["x"],
          alsoAskedAs: ["why?"],
          updated: "2026-03-01",
          validUntil: "2027-01-01",
          popular: true,
          passages: [{ anchor: "h", headings: ["H"], text: "Text." }],
        },
      ],
    });
    expect(read<SectionManifest>(files, manifest.path)).toEqual({
      version: 1,
      locale: "en",
      section: "a",
      pack,
      pages: [page],
      media: [],
    });
  });

  it("gives equal bytes for equal content, in whatever order the files were read", () => {
    expect(packsOf([...documents].reverse())).toEqual(packsOf(documents));
  });

  it("changes one pack, one section manifest and the root for an edit in one section", () => {
    const edited = documents.map((document) =>
      document.path === "en/a/deep/two.md" ? documentAt(document.path, { description: "New." }) : document,
    );
    const [before, after] = [packsOf(documents), packsOf(edited)];
    const fresh = [...names(after)].filter((path) => !names(before).has(path));
    const deep = root(after).locales[0]!.sections[2]!;
    expect(fresh.sort()).toEqual([deep.pack.path, deep.manifest.path].sort());
    expect(root(after).content).not.toBe(root(before).content);
  });

  it("carries no word of a staff article in a public edition, and no trace of it in a count", () => {
    const staff = [
      documentAt("en/a/canary.md", { audience: "staff", description: "canary-7461", updated: "2031-01-01" }),
      documentAt("en/vault/canary.md", { audience: "staff", title: "canary-7461" }),
      documentAt("de/canary.md", { audience: "staff", title: "canary-7461" }),
    ];
    expect(packsOf([...documents, ...staff])).toEqual(packsOf(documents));
    const bytes = Buffer.concat(packsOf([...documents, ...staff], "staff").map((file) => file.bytes));
    expect(bytes.toString()).toContain("canary-7461");
  });
});
