import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { anchorId, translateFragment } from "../../../../src/pipeline/markdown/html/anchor-id";

const UI = join(import.meta.dirname, "../../../../src/ui");

describe("anchorId", () => {
  it("leaves to the page every id it uses itself", () => {
    const sources = readdirSync(UI, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".tsx"));
    const ids = sources.flatMap((path) =>
      [...readFileSync(join(UI, path), "utf8").matchAll(/\sid="([^"]+)"/g)].map((match) => match[1] ?? ""),
    );
    expect(ids.filter((id) => anchorId(id) === id)).toEqual([]);
  });

  it.each([
    ["refunds", "refunds"],
    ["退款 说明", "退款-说明"],
    ["trustedTypes", "a-trustedTypes"],
    ["ph-anything", "a-ph-anything"],
    ['a"><b', "a-b"],
    [" ", ""],
  ])("%j -> %j", (wish, id) => {
    expect(anchorId(wish)).toBe(id);
  });

  it.each([
    ["page.md#main", "page.md#a-main"],
    ["#%E9%80%80%E6%AC%BE", "#%E9%80%80%E6%AC%BE"],
    ["page.md", "page.md"],
    ["#100%", "#100%"],
  ])("translates links alike: %j -> %j", (target, translated) => {
    expect(translateFragment(target)).toBe(translated);
  });
});
