import { describe, expect, test } from "vitest";
import type { SealedSite } from "../../../../src/client/vault";
import { fileOf, sealedAddresses } from "../../../../src/ui/sealed/addresses";

const NAMES = { "en/pay/raise/index.html": "a1", "zh/工资/index.html": "b2", "media/x.png": "c3" };
const sealed = {
  nameOf: (path: string) => NAMES[path as keyof typeof NAMES],
  named: (name: string) => Object.entries(NAMES).find(([, known]) => known === name)?.[0],
} as SealedSite;

const at = (path: string) => new URL(path, "https://help.example");
const { barFor, pageIn } = sealedAddresses("/help/", at("/help/en/unlock/"), sealed);

describe("addresses while sealed articles are unlocked", () => {
  test.each([
    ["a sealed page, without heading and question", "/help/en/pay/raise/?q=how%20much#by-night", "#a1"],
    ["a sealed page in Chinese", "/help/zh/%E5%B7%A5%E8%B5%84/", "#b2"],
    ["an open page", "/help/en/gates/?q=secret#words", "#/help/en/gates/"],
    ["the page that unlocks", "/help/en/unlock/#a1", ""],
  ])("%s", (_, page, hash) => {
    expect(barFor(at(page))).toBe(`https://help.example/help/en/unlock/${hash}`);
  });

  test.each([
    ["#a1", "/help/en/pay/raise/"],
    ["#b2", "/help/zh/%E5%B7%A5%E8%B5%84/"],
    ["#/help/en/gates/", "/help/en/gates/"],
  ])("%s leads back to %s", (hash, page) => {
    expect(pageIn(at(`/help/en/unlock/${hash}`))?.pathname).toBe(page);
  });

  test.each(["", "#unknown", "#c3", "#//evil.example/", "#/other/site/", "#javascript:alert(1)"])(
    "%s leads to no page",
    (hash) => {
      expect(pageIn(at(`/help/en/unlock/${hash}`))).toBeUndefined();
    },
  );

  test.each(["#//evil.example/en/gates/", "#/\\evil.example/", "#/media/a1.html", "#/%6dedia/a1.html"])(
    "%s leads to no page of a site at the top of its origin either",
    (hash) => {
      const top = sealedAddresses("/", at("/en/unlock/"), sealed);
      expect(top.pageIn(at(`/en/unlock/${hash}`))).toBeUndefined();
      expect(top.pageIn(at("/en/unlock/#/en/gates/"))?.href).toBe("https://help.example/en/gates/");
    },
  );

  test("a page's file is found however its address is written", () => {
    for (const path of ["/help/en/pay/raise/", "/help/en/pay/raise", "/help/en/pay/raise/index.html"])
      expect(fileOf(at(path), "/help/")).toBe("en/pay/raise/index.html");
    expect(fileOf(at("/help/"), "/help/")).toBe("index.html");
    expect(fileOf(at("/help/%E0%A4%A/"), "/help/")).toBe("%E0%A4%A/index.html");
  });
});
