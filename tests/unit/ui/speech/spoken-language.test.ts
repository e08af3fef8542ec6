import { describe, expect, it } from "vitest";
import { regionalTags } from "../../../../src/ui/speech/spoken-language";

describe("tags with a region", () => {
  it.each([
    ["en", [], ["en-US"]],
    ["en", ["en-GB", "zh-CN"], ["en-GB", "en-US"]],
    ["en-GB", ["en-AU"], ["en-GB", "en-AU", "en-US"]],
    ["zh", [], ["zh-CN"]],
    ["zh-CN", ["zh-TW", "zh-SG"], ["zh-CN", "zh-SG"]],
    ["zh-Hant", [], ["zh-TW"]],
    ["zh-HK", [], ["zh-HK"]],
    ["pt-BR", [], ["pt-BR"]],
    ["4 none", ["en-US"], []],
  ])("%s for a reader of %j: %j", (lang, preferred, expected) => {
    expect(regionalTags(lang, preferred)).toEqual(expected);
  });
});
