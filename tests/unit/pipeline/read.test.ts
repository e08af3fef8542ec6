import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readContent } from "../../../src/pipeline/read";
import { folderWith } from "../../support/folders";

const bytes = (...parts: readonly (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part))));
const utf16 = (text: string, bigEndian = false) => {
  const little = Buffer.from(`\uFEFF${text}`, "utf16le");
  return bigEndian ? little.swap16() : little;
};

describe("readContent", () => {
  it("tells Markdown from other files, in an order that no machine changes", async () => {
    const root = await folderWith({
      "b.md": "B",
      "a/z.markdown": "Z",
      "a/Y.MDX": "Y",
      "a/photo.png": "",
      "config.json": "{}",
      "é.md": "E",
    });
    expect(await readContent(root)).toEqual({
      root,
      sources: [
        { path: "a/Y.MDX", text: "Y" },
        { path: "a/z.markdown", text: "Z" },
        { path: "b.md", text: "B" },
        { path: "é.md", text: "E" },
      ],
      assets: ["a/photo.png", "config.json"],
      faults: [],
    });
  });

  it("leaves out what tools keep beside content and what speaks about the folder", async () => {
    const root = await folderWith({
      ".git/x.md": "",
      ".hidden.md": "",
      "node_modules/p/README.md": "",
      "_includes/i.md": "",
      "docs/_layouts/l.md": "",
      "_site/s.md": "",
      "LICENSE.md": "",
      "CHANGELOG.md": "",
      LICENSE: "",
      "README.md": "",
    });
    const { sources, assets } = await readContent(root);
    expect([sources.map(({ path }) => path), assets]).toEqual([["README.md"], []]);
  });

  it("keeps an article about licences, because only the folder's own licence stands at the top", async () => {
    const root = await folderWith({ "en/software/license.md": "", "en/product/Changelog.md": "" });
    expect((await readContent(root)).sources.map(({ path }) => path)).toEqual([
      "en/product/Changelog.md",
      "en/software/license.md",
    ]);
  });

  it("follows no symbolic link, neither out of the folder nor in a circle", async () => {
    const outside = await folderWith({ "secret.md": "secret" });
    const root = await folderWith({ "a.md": "A" });
    await symlink(join(outside, "secret.md"), join(root, "link.md"));
    await symlink(root, join(root, "circle"));
    expect((await readContent(root)).sources).toEqual([{ path: "a.md", text: "A" }]);
  });

  it.each([
    ["UTF-8", bytes("退货\n")],
    ["UTF-8 with a byte order mark", bytes([0xef, 0xbb, 0xbf], "退货\n")],
    ["UTF-16, little-endian", utf16("退货\n")],
    ["UTF-16, big-endian", utf16("退货\n", true)],
  ])("reads %s", async (_, content) => {
    const root = await folderWith({ "a.md": content });
    expect((await readContent(root)).sources).toEqual([{ path: "a.md", text: "退货\n" }]);
  });

  it.each([
    ["Windows-1252 after valid letters", bytes("Café\r\nfine\ncaf", [0xe9], " crème\n"), 3, "0xe9"],
    ["GBK", bytes("ok\n", [0xcd, 0xcb, 0xbb, 0xf5], "\n"), 2, "0xcb"],
    ["a lone continuation byte in a line with an accent", bytes("é ", [0x99], "\n"), 1, "0x99"],
    ["a file cut off inside a letter", bytes("a\nb\n", [0xe9, 0x80]), 3, "0x80"],
    ["a picture", bytes([0x89], "PNG\r\n", [0x1a], "\n"), 1, "0x89"],
  ])("leaves out and reports with its line what is no text: %s", async (_, content, line, byte) => {
    const root = await folderWith({ "a.md": content, "b.md": "B" });
    const { sources, faults } = await readContent(root);
    expect(sources.map(({ path }) => path)).toEqual(["b.md"]);
    expect(faults).toEqual([
      {
        code: "encoding",
        severity: "error",
        file: "a.md",
        line,
        expected: "a text file in UTF-8",
        found: `byte ${byte}, which is not UTF-8 (is it saved as Windows-1252 or GBK?)`,
      },
    ]);
  });

  it("fails on a folder that is not there, naming it", async () => {
    await expect(readContent("/no/such/folder")).rejects.toThrow("/no/such/folder");
  });
});
