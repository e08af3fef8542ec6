import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { violations } from "../support/imports";

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

describe("import directions", () => {
  it("hold in src/", () => {
    expect(violations(folder("../../src"))).toEqual([]);
  });

  it("are broken by a fixture in every way there is", () => {
    expect(violations(folder("../fixtures/imports"))).toEqual([
      { file: "attic/old.ts", line: 1, imported: "node:path" },
      { file: "domain/article.ts", line: 1, imported: "../pipeline/article" },
      { file: "search/hit.ts", line: 1, imported: "preact" },
      { file: "search/hit.ts", line: 2, imported: "../ui/page" },
      { file: "ui/page.ts", line: 1, imported: "../search/hit" },
    ]);
  });
});
