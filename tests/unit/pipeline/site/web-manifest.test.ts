import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { THEME_COLORS, webManifestFile } from "../../../../src/pipeline/site/web-manifest";
import { SITE } from "../../../support/pages";

const manifest = (parts = {}) =>
  JSON.parse(Buffer.from(webManifestFile({ ...SITE, ...parts }, "#0f6b5c").bytes).toString());

describe("webManifestFile", () => {
  it("names one app for all languages, with its own words in each", () => {
    expect(webManifestFile(SITE, "#0f6b5c").path).toBe("en/app.webmanifest");
    const zh = {
      locale: "zh",
      home: "/help/zh/",
      search: "/help/zh/search/",
      ask: "/help/zh/ask/",
      contact: "/help/zh/contact/",
      name: "帮助",
    };
    expect(manifest()).toMatchObject({ id: "/help/", scope: "/help/", start_url: "/help/en/", lang: "en" });
    expect(manifest(zh)).toMatchObject({ id: "/help/", scope: "/help/", start_url: "/help/zh/", lang: "zh-CN" });
    expect(manifest(zh).shortcuts.map(({ name, url }: { name: string; url: string }) => [name, url])).toEqual([
      ["搜索", "/help/zh/search/"],
      ["提问", "/help/zh/ask/"],
      ["联系我们", "/help/zh/contact/"],
    ]);
  });

  it.each([
    ["Shop Help", "Shop Help"],
    ["Fern and Partners Help", "Fern and"],
    ["Unbreakableness", "Unbreakableness"],
  ])("shortens %s to %s", (name, short) => expect(manifest({ name }).short_name).toBe(short));

  it("takes a logo of the site along when it can be drawn at any size", () => {
    const icons = (src: string) => manifest({ logo: { src } }).icons.map((icon: { src: string }) => icon.src);
    expect(icons("/help/media/logo.svg")).toContain("/help/media/logo.svg");
    expect(icons("/help/media/logo.png")).not.toContain("/help/media/logo.png");
  });

  it("gives the bar the colours that the pages have", () => {
    const css = readFileSync(join(import.meta.dirname, "../../../../src/ui/styles/tokens.css"), "utf8");
    const [light, dark] = [...css.matchAll(/--bg: (#\w+);/g)].map((match) => match[1]);
    expect([light, dark]).toEqual(["#fff", THEME_COLORS.dark]);
    expect(THEME_COLORS.light).toBe("#ffffff");
  });
});
