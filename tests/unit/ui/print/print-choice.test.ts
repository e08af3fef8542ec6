import { expect, test } from "vitest";
import type { RootManifest } from "../../../../src/domain/pack";
import { choiceHash, printableSections, readChoice, sectionsToPrint } from "../../../../src/ui/print/print-choice";

const file = { path: "packs/a.json", size: 1, sha256: "a" };
const entry = (section: string, title: string, articles: number, group?: string) => ({
  section,
  title,
  articles,
  bytes: 1,
  manifest: file,
  pack: file,
  ...(group !== undefined && { group }),
});
const manifest: RootManifest = {
  version: 1,
  content: "c",
  locales: [
    { locale: "en", sections: [entry("", "", 1), entry("orders", "Orders", 2), entry("orders/abroad", "Abroad", 3)] },
    { locale: "zh", sections: [entry("tools/hand", "手工", 1, "工具"), entry("ordersets", "套装", 0)] },
  ],
};
const paths = (choice: ReturnType<typeof readChoice>, locale = "en") =>
  sectionsToPrint(manifest, locale, choice).map(({ section }) => section);

test.each([
  ["", []],
  ["#all", "all"],
  ["#section=orders", ["orders"]],
  ["#section=orders%2Fabroad&section=%E5%B7%A5%E5%85%B7", ["orders/abroad", "工具"]],
  ["#section=", [""]],
] as const)("%s is read, and written the same", (hash, choice) => {
  expect(readChoice(hash)).toEqual(choice);
  expect(readChoice(choiceHash(choice))).toEqual(choice);
});

test("a section brings what lies below it, and nothing whose name only begins alike", () => {
  expect(paths(["orders"])).toEqual(["orders", "orders/abroad"]);
  expect(paths(["orders/abroad"])).toEqual(["orders/abroad"]);
  expect(paths([""])).toEqual([""]);
  expect(paths(["order"])).toEqual([]);
  expect(paths("all")).toEqual(["", "orders", "orders/abroad"]);
  expect(paths("all", "zh")).toEqual(["tools/hand"]);
  expect(paths("all", "fr")).toEqual([]);
});

test("top-level sections are offered with all their articles, and what the address names besides", () => {
  expect(printableSections(manifest, "en", [], "Other")).toEqual([
    { section: "", title: "Other", articles: 1 },
    { section: "orders", title: "Orders", articles: 5 },
  ]);
  expect(printableSections(manifest, "en", ["orders/abroad"], "Other").at(-1)).toEqual({
    section: "orders/abroad",
    title: "Abroad",
    articles: 3,
  });
  expect(printableSections(manifest, "zh", [], "")).toEqual([{ section: "tools", title: "工具", articles: 1 }]);
});
