import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { NoticesFile, UpdatesFile } from "../../../../src/domain/notice";
import type { RootManifest } from "../../../../src/domain/pack";
import { buildSite } from "../../../../src/pipeline/build";
import { checkContent } from "../../../../src/pipeline/check";
import { isNotice } from "../../../../src/pipeline/notices/is-notice";
import { noticeNodes } from "../../../../src/pipeline/notices/notice-nodes";
import { appFolder } from "../../../support/app-folder";
import { emptyFolder, filesIn, folderWith } from "../../../support/folders";

const CONTENT = {
  "config.json": JSON.stringify({ locales: ["en", "zh"], siteUrl: "https://help.example.com/" }),
  "en/orders/track.md": "# Track\n\nText.",
  "zh/orders/track.md": "# 查询\n\n正文。",
  "en/notices/strike.md":
    "---\ntitle: Strike\nfrom: 2026-11-20\nsections: [orders]\nseverity: warning\n---\nParcels are late. See [track](../orders/track.md).",
};

async function build(files: Record<string, string>, audience: "public" | "staff" = "public") {
  const out = join(emptyFolder(), "site");
  const app = await appFolder();
  const report = await buildSite({
    content: await folderWith(files),
    out,
    base: "/help/",
    audience,
    strict: false,
    app,
  });
  const json = async <T>(path: string) => JSON.parse(await readFile(join(out, path), "utf8")) as T;
  const updates = await json<UpdatesFile>("updates.json");
  return { out, report, json, updates };
}

test("a notice is no article: it stands in a small file of its own that only updates.json and the manifest name", async () => {
  const { out, report, json, updates } = await build(CONTENT);
  expect(report.faults).toEqual([]);
  expect(report.articles).toBe(2);
  const path = updates.locales.en?.notices ?? "";
  expect(await json<NoticesFile>(path)).toEqual({
    version: 1,
    locale: "en",
    notices: [
      {
        id: "strike",
        hash: expect.stringMatching(/^[0-9a-f]{12}$/),
        from: "2026-11-20",
        sections: ["orders"],
        severity: "warning",
        title: "Strike",
        body: [["p", "", ["Parcels are late. See ", ["a", "/help/en/orders/track/", ["track"]], "."]]],
      },
    ],
  });
  const manifest = await json<RootManifest>("packs/manifest.json");
  expect(manifest.locales.map(({ locale, notices }) => [locale, notices?.path])).toEqual([
    ["en", path],
    ["zh", undefined],
  ]);
  const files = await filesIn(out);
  expect(files.filter((file) => file.includes("notices") || file.includes("strike"))).toEqual([]);
  expect(await readFile(join(out, "sitemap.xml"), "utf8")).not.toContain("strike");
});

test("a new notice changes no page", async () => {
  const before = await build(CONTENT);
  const after = await build({ ...CONTENT, "en/notices/closed.md": "---\nuntil: 2027-01-01\n---\nClosed today." });
  const pages = (await filesIn(before.out)).filter((file) => file.endsWith(".html"));
  for (const page of pages) {
    expect(await readFile(join(after.out, page), "utf8"), page).toBe(await readFile(join(before.out, page), "utf8"));
  }
  expect(after.updates.locales.en?.notices).not.toBe(before.updates.locales.en?.notices);
});

test("staff notices are in staff builds only", async () => {
  const files = { ...CONTENT, "en/notices/inside.md": "---\naudience: staff\n---\nQuokkanotice for colleagues." };
  const read = async (audience: "public" | "staff") => {
    const { out } = await build(files, audience);
    const texts = await Promise.all((await filesIn(out)).map((file) => readFile(join(out, file), "utf8")));
    return texts.join("\n");
  };
  expect(await read("public")).not.toContain("Quokkanotice");
  expect(await read("staff")).toContain("Quokkanotice");
});

test("what is wrong in a notice is reported with its line, by check as well", async () => {
  const files = {
    ...CONTENT,
    "zh/notices/late.md": "---\nuntil: soon\nsections: [nowhere]\n---\n[坏链接](missing.md)",
  };
  const { report } = await build(files);
  const { faults } = await checkContent({ content: await folderWith(files), audience: "public" });
  const lines = (list: typeof faults) =>
    list.map(({ code, file, line, found }) => `${file}:${line} ${code} ${found}`).sort();
  expect(lines(faults)).toEqual([
    "zh/notices/late.md:2 notice soon",
    "zh/notices/late.md:3 notice nowhere",
    "zh/notices/late.md:5 broken-link missing.md",
  ]);
  expect(lines(report.faults)).toEqual(lines(faults));
});

test("every listed article has its revision, which changes with its words", async () => {
  const { updates, json } = await build(CONTENT);
  const revisions = (await json<{ articles: Record<string, string> }>(updates.locales.en?.articles ?? "")).articles;
  expect(Object.keys(revisions)).toEqual(["orders/track"]);
  const other = await build({ ...CONTENT, "en/orders/track.md": "# Track\n\nOther text." });
  const changed = await other.json<{ articles: Record<string, string> }>(other.updates.locales.en?.articles ?? "");
  expect(changed.articles["orders/track"]).not.toBe(revisions["orders/track"]);
  expect(other.updates.locales.zh).toEqual(updates.locales.zh);
});

test.each([
  ["notices/a.md", [], true],
  ["en/notices/a.md", [], true],
  ["zh_CN/notices/a.md", ["zh-CN"], true],
  ["legal/notices/a.md", [], false],
  ["en/legal/notices/a.md", ["en"], false],
  ["fr/notices/a.md", ["en", "zh"], false],
  ["en/notices/old/a.md", ["en"], false],
  ["en/notices.md", ["en"], false],
])("%s with languages %j is a notice: %s", (path, locales, expected) => {
  expect(isNotice(path, locales)).toBe(expected);
});

test("a notice's HTML becomes plain nodes; nothing but known elements survives", () => {
  expect(
    noticeNodes(
      '<p>A &lt;b&gt; &amp; <b>c</b><br><img src="x" alt="a picture"></p>\n<h2 id="x">Head</h2>\n<ul>\n<li>one</li>\n</ul>',
    ),
  ).toEqual([
    ["p", "", ["A <b> & ", ["strong", "", ["c"]], ["br", "", []], "a picture"]],
    "Head",
    ["ul", "", [["li", "", ["one"]]]],
  ]);
});
