import { expect, it } from "vitest";
import { checkContent } from "../../../src/pipeline/check";
import { brief } from "../../support/documents";
import { folderWith } from "../../support/folders";

it("finds every fault of a folder in one run: configuration, files, links, neighbours, redirects", async () => {
  const content = await folderWith({
    "config.json": '{ "brandColor": "#ffff00", "logo": "gone.svg", "popular": ["gone"], "sections": 3 }',
    "en/a.md": "---\nrelated: [gone.md]\norder: first\n---\n# A\n\n[x](gone.md)\n",
    "en/b.md": "---\nredirect_to: /gone/\n---\n",
    "en/c.md": Buffer.from([0xff]),
    "en/staff.md": "---\naudience: staff\n---\n[x](gone.md)\n",
  });
  const report = await checkContent({ content, audience: "staff" });
  expect(report.articles).toBe(2);
  expect(brief(report.faults).sort()).toEqual([
    "config.json:1 error config",
    "config.json:1 warning config",
    "config.json:1 warning low-contrast",
    "config.json:1 warning missing-image",
    "en/a.md:1 error broken-related",
    "en/a.md:3 warning front-matter-value",
    "en/a.md:7 error broken-link",
    "en/b.md:1 error broken-link",
    "en/c.md:1 error encoding",
    "en/staff.md:4 error broken-link",
  ]);
});

it("does not look into staff articles when asked about the public edition", async () => {
  const content = await folderWith({ "a.md": "# A\n\nText.", "b.md": "---\naudience: staff\n---\n[x](gone.md)\n" });
  expect(await checkContent({ content, audience: "public" })).toEqual({ articles: 1, faults: [] });
});
