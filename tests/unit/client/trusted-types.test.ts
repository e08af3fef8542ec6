import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal("location", { href: "https://x.example/help/en/", origin: "https://x.example" });
});
afterEach(() => vi.unstubAllGlobals());

describe("scriptUrl", () => {
  it("passes the site's own addresses and refuses others, in browsers without Trusted Types", async () => {
    const { scriptUrl } = await import("../../../src/client/trusted-types");
    expect(scriptUrl("/help/assets/worker.js")).toBe("/help/assets/worker.js");
    for (const url of ["https://evil.example/x.js", "//evil.example/x.js", "data:text/javascript,1"]) {
      expect(() => scriptUrl(url)).toThrow(new TypeError(`Foreign script: ${url}`));
    }
  });

  it("makes one policy, of the name the site's policy allows, and checks inside it", async () => {
    const created: string[] = [];
    vi.stubGlobal("trustedTypes", {
      createPolicy(name: string, rules: { createScriptURL(url: string): string }) {
        created.push(name);
        return { createScriptURL: (url: string) => ({ trusted: rules.createScriptURL(url) }) };
      },
    });
    const { scriptUrl } = await import("../../../src/client/trusted-types");
    expect(scriptUrl("/a.js")).toEqual({ trusted: "/a.js" });
    expect(scriptUrl("/b.js")).toEqual({ trusted: "/b.js" });
    expect(() => scriptUrl("https://evil.example/x.js")).toThrow("Foreign script");
    expect(created).toEqual(["pocket-help"]);
  });
});
