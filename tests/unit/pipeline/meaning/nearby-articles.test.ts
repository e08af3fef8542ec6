import { expect, it } from "vitest";
import type { SectionPack } from "../../../../src/domain/pack";
import { LinkResolver } from "../../../../src/pipeline/links";
import type { ParsedDocument } from "../../../../src/pipeline/markdown/document";
import { encodeSections } from "../../../../src/pipeline/meaning/encode-sections";
import { MediaLibrary } from "../../../../src/pipeline/media";
import { RelatedFinder } from "../../../../src/pipeline/related";
import { sectionTree } from "../../../../src/pipeline/sections";
import { buildMeanings } from "../../../../src/search/build-meanings";
import { catalogOf, configWith, documentAt } from "../../../support/documents";
import { madeUpEncoder } from "../../../support/encoder";

const says = (path: string, text: string, parts: Parameters<typeof documentAt>[1] = {}) =>
  documentAt(path, { title: text, passages: [{ anchor: "", headings: [], text }], ...parts });

const SHOP = [
  says("en/account/reset.md", "reset password"),
  says("en/account/forgot.md", "forgot passphrase"),
  says("en/orders/change.md", "change password"),
  says("en/orders/refund.md", "refund money"),
  says("en/orders/hidden.md", "reset password", { hidden: true }),
  says("en/staff/reset.md", "reset password", { audience: "staff" }),
  says("zh/account/reset.md", "重置密码"),
];

/** What stands beside an article, encoded by the table or as a model of the hub would ship it. */
async function related(documents: readonly ParsedDocument[], how: "table" | "hub" | "none" = "table") {
  const catalog = catalogOf(documents);
  const trees = new Map(catalog.locales.map((locale) => [locale, sectionTree(catalog, configWith(), locale)]));
  const table = await madeUpEncoder();
  const vectors = async (pack: SectionPack) => {
    const bytes = new Uint8Array(buildMeanings(pack, table).vectors.buffer);
    return { output: { path: "x.bin", bytes }, file: { path: "x.bin", size: bytes.length, sha256: "" } };
  };
  const encoded = await encodeSections(
    { catalog, trees },
    how === "hub" ? { vectors } : undefined,
    how === "table" ? table : undefined,
  );
  const finder = new RelatedFinder(
    catalog,
    new LinkResolver(catalog, new MediaLibrary("/nowhere", [])),
    encoded.articles,
  );
  return {
    files: encoded.files.size,
    at: (path: string) => finder.find(catalog.at(path)).related.map(({ id }) => id),
  };
}

it("names the nearest by meaning: of this language, listed, for this audience, with anything in common", async () => {
  const { at } = await related(SHOP);
  expect(at("en/account/reset.md")).toEqual(["en/account/forgot", "en/orders/change"]);
  expect(at("zh/account/reset.md")).toEqual([]);
});

it("puts the author's picks first", async () => {
  const [first, ...others] = SHOP;
  const { at } = await related([{ ...first!, frontMatter: { related: ["../orders/refund.md"] } }, ...others]);
  expect(at("en/account/reset.md")).toEqual(["en/orders/refund", "en/account/forgot", "en/orders/change"]);
});

it("lets rare tags decide between equally near ones", async () => {
  const near = ["a", "b", "c", "d", "e", "f"].map((name) =>
    says(`en/${name}.md`, "reset password", name === "e" || name === "a" ? { tags: ["passkey"] } : {}),
  );
  expect((await related(near)).at("en/a.md")).toEqual(["en/e", "en/b", "en/c", "en/d"]);
});

it("takes the vectors that a model of the hub made", async () => {
  const hub = await related(SHOP, "hub");
  expect(hub.files).toBe(3);
  expect(hub.at("en/account/reset.md")).toEqual(["en/account/forgot", "en/orders/change"]);
});

it("compares nothing without an encoder", async () => {
  const none = await related(SHOP, "none");
  expect([none.files, none.at("en/account/reset.md")]).toEqual([0, []]);
});
