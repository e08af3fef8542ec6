// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import type { SealedSite } from "../../../../src/client/vault";
import { ok } from "../../../../src/domain/result";
import { sealedPages } from "../../../../src/ui/sealed/sealed-pages";

const FILES: Readonly<Record<string, readonly [type: string, text: string]>> = {
  "en/pay/index.html": [
    "text/html",
    `<body><a href="/help/media/form.html">Form</a><a href="/help/media/plan.pdf">Plan</a></body>`,
  ],
  "media/form.html": ["text/html", "<script>1</script>"],
  "media/plan.pdf": ["application/pdf", "%PDF"],
};
const sealed = {
  read: async (path: string) => ok(FILES[path] && new TextEncoder().encode(FILES[path][1])),
  typeOf: (path: string) => FILES[path]?.[0],
} as unknown as SealedSite;

afterEach(() => vi.restoreAllMocks());

it("an author's HTML file is one to save: opened, it would be a page of the site's origin", async () => {
  const types: string[] = [];
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => `blob:${types.push((blob as Blob).type)}`);
  const html = await sealedPages("/help/", sealed).html(new URL("https://help.example/help/en/pay/"));
  expect(types.sort()).toEqual(["application/octet-stream", "application/pdf"]);
  expect(html.ok && html.value).toContain('download="form.html"');
});
