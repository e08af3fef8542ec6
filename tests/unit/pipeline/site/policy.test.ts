import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { contentSecurityPolicy } from "../../../../src/pipeline/site/policy";

const script = 'document.title = "é"';
const hash = createHash("sha256").update(script, "utf8").digest("base64");

it("contentSecurityPolicy lets in the site's own files and nothing else", () => {
  expect(contentSecurityPolicy([script]).split("; ")).toEqual([
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' 'sha256-${hash}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "media-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types pocket-help",
  ]);
});

it("lets sites with sealed articles play what is in memory, and shows no more from there", () => {
  const directives = contentSecurityPolicy([], undefined, true).split("; ");
  expect(directives.filter((directive) => directive.includes("blob:"))).toEqual(["media-src 'self' blob:"]);
});

it("allows neither inline code nor eval", () => {
  const policy = contentSecurityPolicy([script], ["https://shop.example"]);
  expect(policy).not.toMatch(/unsafe-inline|(?<!wasm-)unsafe-eval/);
});

it("names who may frame the site only where that counts, in headers", () => {
  expect(contentSecurityPolicy([script])).not.toContain("frame-ancestors");
  expect(contentSecurityPolicy([], [])).toMatch(/; frame-ancestors 'self'$/);
  expect(contentSecurityPolicy([], ["https://a.example", "https://b.example"])).toMatch(
    /; frame-ancestors 'self' https:\/\/a\.example https:\/\/b\.example$/,
  );
});
