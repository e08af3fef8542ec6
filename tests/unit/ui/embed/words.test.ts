import { expect, it } from "vitest";
import { loadEmbedStrings } from "../../../../src/ui/strings/load-embed-strings";

it("there are the same words in both languages, none empty, the Chinese ones Chinese", async () => {
  const [en, zh] = [await loadEmbedStrings("en-GB"), await loadEmbedStrings("zh-Hant")];
  expect(Object.keys(zh)).toEqual(Object.keys(en));
  const texts = (words: typeof en) =>
    Object.values(words).map((word) => (typeof word === "string" ? word : word("https://shop.example")));
  for (const text of texts(en)) expect(text).toMatch(/^[A-Z]|^https:/);
  for (const text of texts(zh)) expect(text).toMatch(/\p{Script=Han}/u);
});
