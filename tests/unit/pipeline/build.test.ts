import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { RootManifest } from "../../../src/domain/pack";
import { type BuildOptions, type BuildReport, buildSite, siteBase } from "../../../src/pipeline/build";
import { APP_FILES, appFolder } from "../../support/app-folder";
import { brief } from "../../support/documents";
import { addFiles, emptyFolder, filesIn, folderWith } from "../../support/folders";
import { png } from "../../support/png";

const CANARY = "canary-7461";

const SHOP: Readonly<Record<string, string | Uint8Array>> = {
  "config.json": JSON.stringify({
    name: { en: "Shop Help", zh: "商店帮助" },
    siteUrl: "https://x.example/help/",
    locales: ["en", "zh"],
    defaultLocale: "en",
    logo: "logo.png",
    popular: ["orders/track"],
    allowedHosts: ["https://shop.example"],
  }),
  "logo.png": png(10, 10),
  "en/orders/track.md": `---
title: Track an order
kind: faq
tags: [post]
updated: 2026-02-01
redirect: [/old/track.html]
---
Look at [the map](../map/where.md#here).

![A map](map.png)
`,
  "en/orders/map.png": png(40, 30),
  "en/map/where.md": "# Where we are\n\nIn town.\n\n## Here\n\nAt the corner.\n",
  "en/orders/unseen.md": "---\ntitle: Unseen\nhidden: true\n---\nReachable.\n",
  "en/orders/secret.md": `---\ntitle: ${CANARY}\naudience: staff\ntags: [post]\npopular: true\n---\n${CANARY}\n`,
  "zh/orders/track.md": "---\ntitle: 查询订单\n---\n请看地图。\n",
  "zh/退货/如何退货.md": "# 如何退货\n\n七天之内可以退货。\n",
};

async function build(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<BuildOptions> = {},
): Promise<{ report: BuildReport; out: string; read(path: string): Promise<string> }> {
  const content = await folderWith(files);
  const out = join(emptyFolder(), "dist");
  const app = await appFolder();
  const report = await buildSite({ content, out, app, audience: "public", strict: false, ...options });
  return { report, out, read: (path) => readFile(join(options.out ?? out, path), "utf8") };
}

/** Path -> text of every file of a site. */
async function contents(out: string): Promise<Map<string, string>> {
  const paths = await filesIn(out);
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(out, path), "latin1")] as const)),
  );
}

describe("siteBase", () => {
  it.each([
    [undefined, undefined, "/"],
    [undefined, "https://x.example/", "/"],
    [undefined, "https://x.example/help/", "/help/"],
    ["/preview/", "https://x.example/help/", "/preview/"],
    ["help", undefined, "/help/"],
    ["//help//deep", undefined, "/help/deep/"],
    ["https://x.example/help", undefined, "/help/"],
    ["/帮助 中心/", undefined, "/%E5%B8%AE%E5%8A%A9%20%E4%B8%AD%E5%BF%83/"],
    ['/a"><script>/', undefined, "/a%22%3E%3Cscript%3E/"],
  ])("--base %j, siteUrl %j -> %s", (base, siteUrl, expected) => {
    expect(siteBase(base, siteUrl)).toBe(expected);
  });
});

describe("a public build", () => {
  it("writes every page, the files for hosts and search engines, and nothing else", async () => {
    const { report, out } = await build(SHOP);
    const paths = (await filesIn(out)).map((path) => path.replace(/[0-9a-f]{16}|(?<=-)[0-9a-f]{10}/, "#"));
    expect(paths.filter((path) => !path.startsWith("packs/#"))).toEqual([
      ".htaccess",
      ".pocket-help",
      "404.html",
      "_headers",
      "_redirects",
      "assets/chunk-def.js",
      "assets/index-abc.js",
      "assets/redirect-#.js",
      "assets/site-#.css",
      "en/app.webmanifest",
      "en/ask/index.html",
      "en/contact/index.html",
      "en/index.html",
      "en/map/index.html",
      "en/map/where/index.html",
      "en/not-on-device/index.html",
      "en/offline/index.html",
      "en/opensearch.xml",
      "en/orders/index.html",
      "en/orders/track/index.html",
      "en/orders/unseen/index.html",
      "en/print/index.html",
      "en/search/index.html",
      "en/your-data/index.html",
      "favicon.svg",
      "hosting/nginx.conf",
      "index.html",
      "media/logo-#.png",
      "media/map-#.png",
      "old/track.html",
      "old/track/index.html",
      "opensearch.xml",
      "packs/manifest.json",
      "robots.txt",
      "sitemap.xml",
      "updates.json",
      "zh/app.webmanifest",
      "zh/ask/index.html",
      "zh/contact/index.html",
      "zh/index.html",
      "zh/not-on-device/index.html",
      "zh/offline/index.html",
      "zh/opensearch.xml",
      "zh/orders/index.html",
      "zh/orders/track/index.html",
      "zh/print/index.html",
      "zh/search/index.html",
      "zh/your-data/index.html",
      "zh/退货/index.html",
      "zh/退货/如何退货/index.html",
    ]);
    // Four sections with articles: a pack and a manifest each.
    expect(paths.filter((path) => path.startsWith("packs/#"))).toHaveLength(10);
    expect(report).toMatchObject({
      written: true,
      articles: 5,
      locales: ["en", "zh"],
      base: "/help/",
      faults: [],
      leftOut: [],
    });
    expect(report.files).toBe(paths.length - 1);
  });

  it("gives each article one page with one article element, its links, picture and language", async () => {
    const { read } = await build(SHOP);
    const html = await read("en/orders/track/index.html");
    expect(html.match(/<article\b/g)).toHaveLength(1);
    expect(html).toContain('href="/help/en/map/where/#here"');
    expect(html).toMatch(/<img src="\/help\/media\/map-[0-9a-f]{10}\.png" alt="A map" width="40" height="30"/);
    expect(html).toContain('<link rel="canonical" href="https://x.example/help/en/orders/track/">');
    expect(await read("zh/退货/如何退货/index.html")).toContain('<html lang="zh-CN" dir="ltr">');
  });

  it("lists hidden articles nowhere", async () => {
    const { out, read } = await build(SHOP);
    expect(await read("en/orders/unseen/index.html")).toContain('<meta name="robots" content="noindex">');
    for (const [path, text] of await contents(out)) {
      if (path !== "en/orders/unseen/index.html") expect(text, path).not.toContain("unseen");
    }
  });

  it("leaves no word of a staff article in any file, and the same bytes as without it", async () => {
    const { out } = await build(SHOP);
    const site = await contents(out);
    for (const [path, text] of site) expect(text, path).not.toMatch(/canary-7461|secret/);
    const { "en/orders/secret.md": _, ...without } = SHOP;
    expect(await contents((await build(without)).out)).toEqual(site);
  });

  it("sends old addresses on, with and without the host's help", async () => {
    const { read } = await build(SHOP);
    expect(await read("_redirects")).toBe(
      ["/help/old/track/", "/help/old/track", "/help/old/track.html"]
        .map((from) => `${from} /help/en/orders/track/ 301\n`)
        .join(""),
    );
    for (const path of ["old/track/index.html", "old/track.html"]) {
      expect(await read(path)).toContain('<meta http-equiv="refresh" content="0; url=/help/en/orders/track/">');
    }
  });

  it("lists in the sitemap what people should find", async () => {
    const { read } = await build(SHOP);
    const found = [...(await read("sitemap.xml")).matchAll(/<loc>https:\/\/x\.example\/help\/(.*?)<\/loc>/g)].map(
      (match) => decodeURIComponent(match[1]!),
    );
    expect(found.sort()).toEqual([
      "en/",
      "en/contact/",
      "en/map/",
      "en/map/where/",
      "en/orders/",
      "en/orders/track/",
      "zh/",
      "zh/contact/",
      "zh/orders/",
      "zh/orders/track/",
      "zh/退货/",
      "zh/退货/如何退货/",
    ]);
  });

  it("serves any base path", async () => {
    const { out, report } = await build(SHOP, { base: "/" });
    expect(report.base).toBe("/");
    for (const [path, text] of await contents(out)) {
      if (path.endsWith(".html")) expect(text, path).not.toMatch(/(?:href|src)="\/help\//);
    }
  });
});

describe("a staff build", () => {
  it("adds the staff articles and asks robots to stay away", async () => {
    const { report, out, read } = await build(SHOP, { audience: "staff" });
    expect(report.articles).toBe(6);
    expect(await read("en/orders/secret/index.html")).toContain(CANARY);
    expect(await read("robots.txt")).toContain("Disallow: /\n");
    expect(await filesIn(out)).not.toContain("sitemap.xml");
    expect(await read("en/index.html")).toContain('<meta name="robots" content="noindex">');
  });
});

describe("the next build", () => {
  it("of the same content writes the same bytes", async () => {
    expect(await contents((await build(SHOP)).out)).toEqual(await contents((await build(SHOP)).out));
  });

  it("after an edit in one article changes its page, its section's pack and manifest, and the root", async () => {
    const text = (end: string) => `---\ndescription: Fixed\n---\n# Where we are\n\nIn town.\n\n## Here\n\n${end}\n`;
    const before = await contents((await build({ ...SHOP, "en/map/where.md": text("At the corner.") })).out);
    const after = await contents((await build({ ...SHOP, "en/map/where.md": text("By the river.") })).out);
    const changed = [...after.keys()].filter((path) => after.get(path) !== before.get(path));
    const root = JSON.parse(after.get("packs/manifest.json")!) as RootManifest;
    const section = root.locales[0]!.sections.find(({ section }) => section === "map")!;
    expect(changed.sort()).toEqual(
      [
        "en/map/where/index.html",
        "packs/manifest.json",
        "updates.json",
        root.locales[0]!.articles!.path,
        section.pack.path,
        section.manifest.path,
      ].sort(),
    );
  });
});

describe("what is wrong", () => {
  const FAULTY = {
    ...SHOP,
    "config.json": '{ "locales": ["en", "zh"],\n  "brandColor": "teal" }',
    "en/links.md": "# Links\n\n[a](gone.md) and [b](#gone)\n\n[a](gone.md)\n\n![Map](gone.png)\n",
    "en/matter.md": "---\ntitle: [broken\n---\nText.\n",
    "en/Pay now.md": "# Pay\n\nText.\n",
    "en/pay-now.md": "# Pay\n\nText.\n",
    "en/latin.md": Buffer.from("# Caf\xe9\n", "latin1"),
  };

  it("is reported with file and line, and built around", async () => {
    const { report, read } = await build(FAULTY);
    expect(report.written).toBe(true);
    expect(report.leftOut).toEqual(["en/latin.md"]);
    expect(brief(report.faults).sort()).toEqual([
      "config.json:2 error config",
      "en/latin.md:1 error encoding",
      "en/links.md:3 error broken-anchor",
      "en/links.md:3 error broken-link",
      "en/links.md:5 error broken-link",
      "en/links.md:7 warning missing-image",
      "en/matter.md:2 error front-matter",
      "en/pay-now.md:1 error duplicate-id",
    ]);
    expect(await read("en/links/index.html")).toContain('class="missing-image"');
    expect(await read("en/pay-now-2/index.html")).toContain("Pay");
    expect(await read("en/matter/index.html")).toContain("Text.");
  });

  it("keeps a strict build from writing, and the old site stays", async () => {
    const first = await build(SHOP);
    const old = await contents(first.out);
    const { report } = await build(FAULTY, { strict: true, out: first.out });
    expect(report).toMatchObject({ written: false, files: 0, bytes: 0 });
    expect(report.faults).toHaveLength(8);
    expect(await contents(first.out)).toEqual(old);
    expect(await filesIn(join(first.out, ".."))).toEqual([...old.keys()].map((path) => `dist/${path}`).sort());
  });

  it("with the app or the content leaves the old site standing", async () => {
    const first = await build(SHOP);
    const old = await contents(first.out);
    await expect(build(SHOP, { out: first.out, app: emptyFolder() })).rejects.toThrow("No built app");
    await expect(build({ "photo.png": "" }, { out: first.out })).rejects.toThrow("holds no article to publish");
    await expect(build({ "a.md": "---\naudience: staff\n---\nx" }, { out: first.out })).rejects.toThrow("no article");
    expect(await contents(first.out)).toEqual(old);
  });

  it("with a redirect is reported, and no page is written for it", async () => {
    const { report, out } = await build({ "a.md": "# A\n\nText.", "b.md": "---\nredirect_to: gone.md\n---\n" });
    expect(brief(report.faults)).toEqual(["b.md:1 error broken-link"]);
    expect(await filesIn(out)).not.toContain("en/b/index.html");
  });
});

describe("folders as they come", () => {
  it("without any configuration, language folder or front matter", async () => {
    const { read } = await build({
      "退货.md": "# 退货\n\n七天之内可以退货。",
      "Guides/First steps.md": "Read this first.",
    });
    expect(await read("zh/退货/index.html")).toContain("七天之内可以退货。");
    expect(await read("en/guides/first-steps/index.html")).toContain("<title>First steps · Help Centre</title>");
  });

  it("with a language folder spelled zh_CN, in Chinese", async () => {
    const { report, read } = await build({ "zh_CN/a.md": "# 一\n\n文。", "zh_CN/b.md": "# 二\n\n文。" });
    expect(report.locales).toEqual(["zh-CN"]);
    expect(await read("zh-CN/a/index.html")).toContain("<title>一 · 帮助中心</title>");
  });

  it("with a language that nobody registered", async () => {
    const page = (name: string) => `---\nlang: en-foo\n---\n# ${name}\n\nText.`;
    const { report } = await build({ "one/a.md": page("A"), "two/b.md": page("B") });
    expect(report.locales).toEqual(["en-foo"]);
  });

  it("with a folder called contact beside the contact page", async () => {
    const { read } = await build({ "en/contact/phones.md": "# Phones\n\nRing." });
    expect(await read("en/contact-section/phones/index.html")).toContain("Ring.");
    expect(await read("en/contact-section/index.html")).toContain("Phones");
    expect(await read("en/contact/index.html")).not.toContain("Phones</");
  });
});

it("progress goes from the first file to the last page", async () => {
  const steps: string[] = [];
  await build(SHOP, { onProgress: (stage, done, total) => steps.push(`${stage} ${done}/${total}`) });
  expect(steps.filter((step) => step.startsWith("read")).at(-1)).toBe("read 6/6");
  expect(steps.at(-1)).toBe("write 5/5");
});

it("an app's own files are copied as they are", async () => {
  const { read } = await build(SHOP);
  expect(await read("assets/index-abc.js")).toBe(APP_FILES["assets/index-abc.js"]);
});

it("a file that the content gained since the last build is taken in", async () => {
  const content = await folderWith(SHOP);
  const out = join(emptyFolder(), "dist");
  const app = await appFolder();
  await buildSite({ content, out, app, audience: "public", strict: true });
  await addFiles(content, { "en/new.md": "# New\n\nText." });
  await buildSite({ content, out, app, audience: "public", strict: true });
  expect(await filesIn(out)).toContain("en/new/index.html");
});
