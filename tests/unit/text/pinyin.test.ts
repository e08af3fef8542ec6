import { describe, expect, it } from "vitest";
import { pinyinRanges } from "../../../src/text/pinyin";

const strip = (text: string): string =>
  pinyinRanges(text)
    .reverse()
    .reduce((rest, [start, end]) => rest.slice(0, start) + rest.slice(end), text);

describe("pinyinRanges", () => {
  it.each([
    ["當(dāng)今", "當今", "one syllable"],
    ["重置（chóngzhì）密码", "重置密码", "a whole word, full-width brackets"],
    ["密码(mì mǎ)", "密码", "at the end of the text"],
    ["女(nǚ)人(ren2)们(men)", "女人们", "ü, a tone as number, a particle without tone"],
    ["da\u0304ng(x) 當(da\u0304ng)今", "da\u0304ng(x) 當今", "marks of their own"],
  ])("takes out %s -> %s: %s", (text, stripped) => {
    expect(strip(text)).toBe(stripped);
  });

  it.each([
    ["面板(panel)设置", "an English word"],
    ["目录(bin)下", "letters that could be a syllable, but without a tone"],
    ["咖啡(café)店", "an accent, but no syllable"],
    ["Zürich (dāng) x", "not behind a Han character"],
    ["选项(a)和(b)", "list letters"],
    ["端口(8080)未放行", "numbers"],
  ])("leaves %s: %s", (text) => {
    expect(strip(text)).toBe(text);
  });
});
