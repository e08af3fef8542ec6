import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { SiteWriter } from "../../../src/pipeline/write";
import { emptyFolder, filesIn, folderWith } from "../../support/folders";

const file = (path: string, text = path) => ({ path, bytes: Buffer.from(text) });

async function build(target: string, paths: readonly string[]) {
  const writer = await SiteWriter.open(target);
  await writer.write(paths.map((path) => file(path)));
  return writer.commit();
}

describe("SiteWriter", () => {
  it("writes into a folder that does not exist yet, and counts", async () => {
    const out = join(emptyFolder(), "deep", "dist");
    const paths = Array.from({ length: 100 }, (_, n) => `en/${n % 7}/${n}.html`);
    expect(await build(out, paths)).toEqual({ files: 100, bytes: paths.join("").length });
    expect(await filesIn(out)).toEqual([".pocket-help", ...paths].sort());
    expect(await readFile(join(out, "en/0/0.html"), "utf8")).toBe("en/0/0.html");
    expect(await filesIn(dirname(out))).toEqual((await filesIn(out)).map((path) => `dist/${path}`));
  });

  it("replaces the old site, of which nothing survives", async () => {
    const out = join(emptyFolder(), "dist");
    await build(out, ["old/index.html", "index.html"]);
    await build(`${out}/`, ["index.html", "new.html"]);
    expect(await filesIn(out)).toEqual([".pocket-help", "index.html", "new.html"]);
  });

  it("leaves the old site standing until the new one is complete, and when it fails", async () => {
    const folder = emptyFolder();
    const out = join(folder, "dist");
    await build(out, ["old.html"]);
    const writer = await SiteWriter.open(out);
    await writer.write([file("new.html")]);
    expect(await filesIn(out)).toEqual([".pocket-help", "old.html"]);
    await writer.abandon();
    expect(await filesIn(folder)).toEqual(["dist/.pocket-help", "dist/old.html"]);
  });

  it("refuses a folder of somebody else's files and touches none of them", async () => {
    const out = await folderWith({ "thesis.doc": "", "a.txt": "", "b.txt": "", "c.txt": "" });
    await expect(SiteWriter.open(out)).rejects.toThrow(
      `${out} holds files that pocket-help did not write (a.txt, b.txt, c.txt, …); choose an empty folder for --out.`,
    );
    expect(await filesIn(out)).toEqual(["a.txt", "b.txt", "c.txt", "thesis.doc"]);
  });

  it("takes an empty folder, and a site copied without its hidden mark", async () => {
    const empty = emptyFolder();
    await build(join(empty), ["index.html"]);
    expect(await filesIn(empty)).toEqual([".pocket-help", "index.html"]);
    const copied = await folderWith({ "packs/manifest.json": "{}", "index.html": "" });
    await build(copied, ["new.html"]);
    expect(await filesIn(copied)).toEqual([".pocket-help", "new.html"]);
  });

  it("does not take a file for a folder", async () => {
    const folder = emptyFolder();
    await writeFile(join(folder, "dist"), "mine");
    await expect(SiteWriter.open(join(folder, "dist"))).rejects.toThrow();
    expect(await readFile(join(folder, "dist"), "utf8")).toBe("mine");
  });
});
