import { expect, it } from "vitest";
import { filesOf } from "../../../../src/client/offline/site-content";

const file = (path: string) => ({ path, size: 1, sha256: path });

it("a section's files are its texts, pages, media, and the vectors of its passages where it has them", () => {
  const manifest = {
    version: 1,
    locale: "en",
    section: "orders",
    pack: file("pack"),
    pages: [file("page")],
    media: [file("picture")],
  } as const;
  expect(filesOf(manifest).map(({ path }) => path)).toEqual(["pack", "page", "picture"]);
  expect(filesOf({ ...manifest, vectors: file("vectors") }).map(({ path }) => path)).toContain("vectors");
});
