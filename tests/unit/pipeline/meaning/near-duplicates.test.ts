import { cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { shippedModelsFolder } from "../../../../src/cli/models/tool-models";
import { OWN_ENCODER } from "../../../../src/domain/models";
import { readStaticEncoder, STATIC_ENCODER_FILE } from "../../../../src/inference/static/read-encoder";
import { LinkResolver } from "../../../../src/pipeline/links";
import { loadContent } from "../../../../src/pipeline/load";
import type { ParsedDocument } from "../../../../src/pipeline/markdown/document";
import { duplicateFault, nearDuplicates } from "../../../../src/pipeline/meaning/near-duplicates";
import { MediaLibrary } from "../../../../src/pipeline/media";
import { catalogOf, documentAt } from "../../../support/documents";
import { madeUpEncoder } from "../../../support/encoder";
import { emptyFolder } from "../../../support/folders";

const PARTS = ["router wifi", "parcel package", "refund money back", "late delayed"];
/** What else there is, so that a password is something rare. */
const OTHERS = PARTS.map((text, n) => says(`en/other-${n}.md`, text));

function says(path: string, text: string, parts: Parameters<typeof documentAt>[1] = {}): ParsedDocument {
  return documentAt(path, { title: text, passages: [{ anchor: "", headings: [], text }], ...parts });
}

async function found(...documents: readonly ParsedDocument[]) {
  const catalog = catalogOf([...OTHERS, ...documents], {}, "staff");
  const resolver = new LinkResolver(catalog, new MediaLibrary("/nowhere", []));
  return nearDuplicates(catalog.articles, resolver, await madeUpEncoder());
}

const paths = async (...documents: readonly ParsedDocument[]) =>
  (await found(...documents)).map(({ copy, original }) => [copy.path, original.path]);

describe("nearDuplicates", () => {
  it("tells both files, both titles and the likeness", async () => {
    const [pair, ...others] = await found(says("en/a.md", "reset password"), says("en/b.md", "forgot passphrase"));
    expect(others).toEqual([]);
    expect(duplicateFault(pair!)).toEqual({
      code: "near-duplicate",
      severity: "warning",
      file: "en/b.md",
      line: 1,
      expected: "one article for one question, or texts that say how they differ",
      found: expect.stringMatching(
        /^"forgot passphrase", which says nearly the same as "reset password" in en\/a\.md \(likeness (0\.[89]\d|1\.00)\)$/,
      ),
    });
  });

  it("compares neither languages nor audiences, and nothing that is hidden", async () => {
    const text = "reset password";
    expect(
      await paths(
        says("en/a.md", text),
        says("zh/a.md", "重置密码"),
        says("en/b.md", text, { audience: "staff" }),
        says("en/c.md", text, { hidden: true }),
      ),
    ).toEqual([]);
  });

  it("leaves alone what an author named as related, in either of the two", async () => {
    const text = "reset password";
    const pick = { related: ["b.md"] };
    expect(await paths(says("en/a.md", text, pick), says("en/b.md", text))).toEqual([]);
    expect(await paths(says("en/b.md", text), says("en/a.md", text, pick))).toEqual([]);
  });

  it.each([
    ["reset password on Windows", "reset password on macOS", true],
    ["reset password 2.1", "reset password 2.2", true],
    ["PayPal 重置密码", "Alipay 重置密码", true],
    ["Windows: reset password", "reset password", false],
    ["Reset Password", "Forgot Passphrase", false],
  ])("knows names apart: %s, %s", async (first, second, apart) => {
    const title = (text: string) => ({ title: text });
    const pairs = await paths(
      says("en/a.md", `reset password on ${first}`, title(first)),
      says("en/b.md", `reset password on ${second}`, title(second)),
    );
    expect(pairs.length).toBe(apart ? 0 : 1);
  });

  it("tells of a copy once, and of no more than twenty", async () => {
    const family = Array.from({ length: 30 }, (_, n) =>
      says(`en/family-${String(n).padStart(2, "0")}.md`, "reset password"),
    );
    const pairs = await found(...family);
    expect(pairs.length).toBe(20);
    expect(new Set(pairs.map(({ copy }) => copy)).size).toBe(20);
  });
});

describe("with the shipped encoder", () => {
  const DEMO = "content";
  const REWRITTEN = "tests/fixtures/near-duplicates";

  async function duplicates(content: string) {
    const bytes = await readFile(join(shippedModelsFolder()!, OWN_ENCODER, STATIC_ENCODER_FILE));
    const table = await readStaticEncoder(bytes);
    if (!table.ok) throw new Error(table.error.detail);
    const { catalog, resolver } = await loadContent({ content, audience: "staff" });
    // Without the author's picks, which would hide what is found.
    const articles = catalog.articles.map((article) => ({ ...article, related: [] }));
    return nearDuplicates(articles, resolver, table.value).map(({ copy, original }) => [copy.path, original.path]);
  }

  it("finds none in the demo centre", async () => {
    expect(await duplicates(DEMO)).toEqual([]);
  });

  it("finds most articles that say in other words what an article of the demo centre says, and only these", async () => {
    const content = emptyFolder();
    await cp(DEMO, content, { recursive: true });
    await cp(REWRITTEN, content, { recursive: true });
    const originals: Readonly<Record<string, string>> = {
      "account/forgot.md": "account/no-password.md",
      "account/newsletter.md": "account/unsubscribe.md",
      "care/sheets.md": "care/wash-bedding.md",
      "delivery/not-home.md": "delivery/missed-delivery.md",
      "orders/stop-order.md": "orders/cancel-order.md",
      "payments/giftcard.md": "payments/gift-cards.md",
      "returns/refund-time.md": "returns/when-is-my-refund.md",
    };
    const pairs = await duplicates(content);
    expect(pairs.length).toBeGreaterThanOrEqual(7);
    for (const [copy, original] of pairs) expect(original!.slice(3)).toBe(originals[copy!.slice(3)]);
  });
});
