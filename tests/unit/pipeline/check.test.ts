import { expect, it } from "vitest";
import { checkContent } from "../../../src/pipeline/check";
import { brief } from "../../support/documents";
import { madeUpModel } from "../../support/encoder";
import { folderWith } from "../../support/folders";
import { shippedModels } from "../../support/shipped-models";

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
  expect(await checkContent({ content, audience: "public" })).toMatchObject({ articles: 1, faults: [] });
});

const TWICE = {
  "en/a.md": "# reset password\n\nreset password",
  "en/b.md": "# forgot password\n\nforgot password",
  "en/c.md": "# router\n\nrouter wifi",
  "en/d.md": "# refund\n\nmoney back",
};

it("warns of articles that say the same, with the table that comes with the tool", async () => {
  const content = await folderWith(TWICE);
  const report = await checkContent({ content, audience: "staff", models: await shippedModels(madeUpModel()) });
  expect(brief(report.faults)).toEqual(["en/b.md:1 warning near-duplicate"]);
});

it("compares nothing where there is no encoder", async () => {
  const models = await shippedModels(madeUpModel());
  const content = await folderWith({ ...TWICE, "config.json": '{ "models": { "encoder": "none" } }' });
  expect((await checkContent({ content, audience: "staff", models })).faults).toEqual([]);
});

it("says so when the table cannot be read", async () => {
  const models = await shippedModels(Buffer.from("a table"));
  const { faults } = await checkContent({ content: await folderWith(TWICE), audience: "staff", models });
  expect(faults).toEqual([
    {
      code: "config",
      severity: "error",
      file: `${models}/pocket-help-encoder/model.safetensors.gz`,
      line: 1,
      expected: "a table of word pieces that this version of the tool reads; articles are not compared by meaning",
      found: "not safetensors: only 7 bytes",
    },
  ]);
});
