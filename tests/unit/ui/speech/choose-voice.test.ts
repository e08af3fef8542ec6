import { describe, expect, it } from "vitest";
import { chooseVoice } from "../../../../src/ui/speech/choose-voice";
import { voice } from "./fake-synthesis";

const named = (lang: string, voices: readonly string[], preferred: readonly string[] = []) =>
  chooseVoice(
    voices.map((tag) => voice(tag, tag)),
    lang,
    false,
    preferred,
  )?.name;

describe("the voice of a language", () => {
  it.each<readonly [string, readonly string[], string | undefined, string]>([
    ["zh", ["zh-HK", "zh-TW", "zh-CN"], "zh-CN", "the mainland before others"],
    ["zh-CN", ["zh-HK", "zh-TW"], "zh-TW", "Mandarin before Cantonese"],
    ["zh-CN", ["yue", "cmn"], "cmn", "codes of eSpeak"],
    ["zh-CN", ["yue-Hant-HK", "cmn-Hans-CN"], "cmn-Hans-CN", "codes of Google"],
    ["zh-CN", ["cmn-latn-pinyin"], undefined, "a voice that reads pinyin reads no page"],
    ["zh-CN", ["zh_HK_#Hant", "zh_CN_#Hans"], "zh_CN_#Hans", "codes of Android"],
    ["zh-Hans", ["zh-TW", "zh-SG"], "zh-SG", "the script, where the region is unknown"],
    ["zh-HK", ["zh-CN", "zh-TW", "zh-HK"], "zh-HK", "Cantonese for Hong Kong"],
    ["zh-TW", ["zh-CN", "zh-HK", "zh-TW"], "zh-TW", "Taiwan"],
    ["zh-CN", ["zh-HK"], "zh-HK", "Cantonese rather than none"],
    ["en-GB", ["en-US", "en-GB"], "en-GB", "the page's region"],
    ["en", ["en-AU", "en-GB", "en-US"], "en-US", "the largest region"],
    ["fr-CA", ["fr-FR"], "fr-FR", "another region rather than none"],
    ["en", ["de-DE", "???"], undefined, "no such language"],
    ["4 none", ["en-US"], undefined, "no language"],
  ])("%s among %j is %s: %s", (lang, voices, expected) => {
    expect(named(lang, voices)).toBe(expected);
  });

  it("is of the reader's region when the page names none", () => {
    expect(named("en", ["en-US", "en-GB"], ["fr-FR", "en-GB"])).toBe("en-GB");
    expect(named("en-US", ["en-GB", "en-US"], ["en-GB"])).toBe("en-US");
    expect(named("zh", ["zh-CN", "zh-TW"], ["zh-TW"])).toBe("zh-CN");
  });

  it("is on the device, whatever else speaks for another", () => {
    const online = voice("Online", "en-US", { localService: false, default: true });
    const local = voice("Local", "en-IN");
    expect(chooseVoice([online, local], "en-US", true)?.name).toBe("Local");
    expect(chooseVoice([online], "en-US", false)).toBeUndefined();
    expect(chooseVoice([online], "en-US", true)?.name).toBe("Online");
  });

  it("is the device's own choice among equals, else the first, and never a joke while there is another", () => {
    const [albert, samantha, alex] = ["Albert", "Samantha", "Alex"].map((name) => voice(name, "en-US"));
    const daniel = voice("Daniel", "en-GB");
    expect(chooseVoice([albert!, samantha!, alex!], "en-US", false)?.name).toBe("Samantha");
    expect(chooseVoice([samantha!, { ...alex!, default: true }], "en-US", false)?.name).toBe("Alex");
    expect(chooseVoice([albert!, daniel], "en-US", false)?.name).toBe("Daniel");
    expect(chooseVoice([albert!], "en-US", false)?.name).toBe("Albert");
  });
});
