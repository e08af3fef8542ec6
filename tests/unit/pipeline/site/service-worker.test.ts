import { describe, expect, it } from "vitest";
import { serviceWorkerFile } from "../../../../src/pipeline/site/service-worker";

const SCRIPT = "start(self.__WB_MANIFEST,self.__SITE_FACTS__)";
const site = { base: "/help/", locales: ["en", "zh"], defaultLocale: "en", ownPages: ["search"] };
const file = (path: string, text = path) => ({ path, bytes: Buffer.from(text) });
const files = [
  file("assets/index-1.js"),
  file("assets/site-2.css"),
  file("icon-192.png"),
  file("favicon.svg"),
  file("en/app.webmanifest"),
  file("models/reader/model.onnx"),
  file("ort/ort-wasm.wasm"),
  file("assets/heavy-3.js", "x".repeat(400_000)),
  file("assets/engine-4.wasm"),
  file("third-party-notices.txt"),
];

interface Entry {
  url: string;
  revision: string | null;
  integrity: string;
}

function filled(script = SCRIPT, from = files): [Entry[], { version: string; locales: string[] }] {
  const { path, bytes } = serviceWorkerFile(script, from, site);
  expect(path).toBe("sw.js");
  return JSON.parse(`[${bytes.toString().slice("start(".length, -1)}]`);
}

describe("serviceWorkerFile", () => {
  it("lists scripts, styles, icons and manifests with their hashes, and nothing heavy", () => {
    const [entries, facts] = filled();
    expect(entries.map(({ url, revision }) => [url, revision === null])).toEqual([
      ["/help/assets/index-1.js", true],
      ["/help/assets/site-2.css", true],
      ["/help/en/app.webmanifest", false],
      ["/help/favicon.svg", false],
      ["/help/icon-192.png", false],
    ]);
    for (const { integrity } of entries) expect(integrity).toMatch(/^sha256-[\w+/]{43}=$/);
    expect(facts).toEqual({
      version: expect.stringMatching(/^[0-9a-f]{12}$/),
      locales: ["en", "zh"],
      defaultLocale: "en",
      ownPages: ["search"],
    });
  });

  it("is another version exactly when one of those files is another", () => {
    const version = (from: typeof files) => filled(SCRIPT, from)[1].version;
    expect(version([...files].reverse())).toBe(version(files));
    expect(version([...files.slice(0, -1), file("third-party-notices.txt", "new")])).toBe(version(files));
    expect(version([file("assets/index-1.js", "new"), ...files.slice(1)])).not.toBe(version(files));
  });

  it("says which mark the script has lost", () => {
    expect(() => serviceWorkerFile("self.__WB_MANIFEST", files, site)).toThrow(
      "sw.js must name self.__SITE_FACTS__ once",
    );
    expect(() => serviceWorkerFile("", files, site)).toThrow("sw.js must name self.__WB_MANIFEST once");
  });
});
