import fc from "fast-check";
import { expect, it } from "vitest";
import { escapeHtml, pathToHref, scriptJson } from "../../../../src/pipeline/site/html";

it("escapeHtml leaves nothing that could begin a tag, an entity or end an attribute", () => {
  expect(escapeHtml(`<a href="x" title='y'>&amp;</a>`)).toBe(
    "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;",
  );
});

it("scriptJson reads back as what it was, and can neither end nor open a script or a comment", () => {
  const hostile = { title: "</script><script>alert(1)</script><!-- \u2028\u2029" };
  expect(scriptJson(hostile)).not.toMatch(/[<\u2028\u2029]/);
  fc.assert(
    fc.property(fc.json(), fc.string({ unit: "binary" }), (json, text) => {
      const value = [JSON.parse(json), text, `</script>${text}`];
      const written = scriptJson(value);
      expect(written).not.toContain("<");
      expect(JSON.parse(written)).toEqual(value);
    }),
  );
});

it("pathToHref encodes every segment and keeps the slashes", () => {
  expect(pathToHref("zh/退货/a b?c#d%")).toBe("zh/%E9%80%80%E8%B4%A7/a%20b%3Fc%23d%25");
});
