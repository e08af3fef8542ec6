import { expect, it } from "vitest";
import { loadSpeechStrings } from "../../../../src/ui/strings/load-speech-strings";
import { speechStringsFor } from "../../../../src/ui/strings/speech-words";

it("there are the same words in both languages, none empty, the Chinese ones Chinese", async () => {
  const [en, zh] = [await loadSpeechStrings("en-GB"), await loadSpeechStrings("zh-Hant")];
  expect(speechStringsFor("en")).toBe(en);
  expect(speechStringsFor("zh")).toBe(zh);
  expect(Object.keys(zh)).toEqual(Object.keys(en));
  for (const words of Object.values(en)) expect(words.trim()).not.toBe("");
  for (const words of Object.values(zh)) expect(words).toMatch(/\p{Script=Han}/u);
});
