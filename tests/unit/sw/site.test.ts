import { beforeAll, describe, expect, it, vi } from "vitest";
import { ownPages } from "../../../src/domain/own-pages";

type Site = typeof import("../../../src/sw/site");
let site: Site;

beforeAll(async () => {
  vi.stubGlobal("self", {
    location: { href: "https://x.example/help/sw.js" },
    __WB_MANIFEST: [],
    __SITE_FACTS__: {
      version: "1",
      locales: ["en", "zh"],
      defaultLocale: "en",
      ownPages: ownPages({ answers: false, sealed: false }),
    },
  });
  site = await import("../../../src/sw/site");
});

const at = (path: string) => new URL(path, "https://x.example");

describe("pageAddress", () => {
  it.each([
    ["/help/en/orders/", "/help/en/orders/"],
    ["/help/en/orders", "/help/en/orders/"],
    ["/help/en/orders/index.html", "/help/en/orders/"],
    ["/help/en/search/?q=a#b", "/help/en/search/"],
    ["/help/old/page.html", "/help/old/page.html"],
    ["/help/", "/help/"],
  ])("%s is %s", (path, address) => expect(site.pageAddress(at(path))).toBe(address));
});

describe("fallbackPage", () => {
  it.each([
    ["/help/zh/a/", "/help/zh/not-on-device/"],
    ["/help/en/a/", "/help/en/not-on-device/"],
    ["/help/old/a.html", "/help/en/not-on-device/"],
    ["/help/", "/help/en/not-on-device/"],
  ])("of %s is %s", (path, address) => expect(site.fallbackPage(path)).toBe(address));
});

describe("shellPages", () => {
  it("are home and the site's own pages in every language, below the base", () => {
    expect(site.base).toBe("/help/");
    expect(site.shellPages()).toContain("/help/");
    for (const page of ["", "search/", "contact/", "offline/", "your-data/", "not-on-device/"]) {
      expect(site.shellPages()).toEqual(expect.arrayContaining([`/help/en/${page}`, `/help/zh/${page}`]));
    }
    // A page that the site does not have would fail the installation.
    expect(site.shellPages().some((page) => page.includes("/ask/"))).toBe(false);
  });
});
