import { expect, it } from "vitest";
import { chooseLocale } from "../../../../src/widget/loader/choose-locale";

it.each([
  [["zh"], "zh"],
  [["zh-CN"], "zh"],
  [["zh-Hans-CN"], "zh"],
  [["ZH-tw"], "zh-TW"],
  [["pt"], "pt-BR"],
  [["fi"], undefined],
  [[undefined, "", "fr", "en-GB"], "en"],
  [["-"], undefined],
] as const)("%j gets %s", (wishes, expected) => {
  expect(chooseLocale(["en", "zh", "zh-TW", "pt-BR", "fil"], ...wishes)).toBe(expected);
});
