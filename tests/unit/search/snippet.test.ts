import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HighlightedText } from "../../../src/domain/search";
import { highlight } from "../../../src/search/highlight";
import type { Matched } from "../../../src/search/retriever";
import { snippet } from "../../../src/search/snippet";
import { tokenize } from "../../../src/text/tokenize";

const matching = (query: string, characters = ""): Matched => ({
  terms: new Map([
    ...tokenize(query).map(({ term }) => [term, 1] as const),
    ...[...characters].map((c) => [c, 1] as const),
  ]),
  characters: new Set(characters),
  corrections: [],
});
/** The text with its marks as brackets. */
const shown = ({ text, marks }: HighlightedText): string =>
  [...marks]
    .reverse()
    .reduce((all, [start, end]) => `${all.slice(0, start)}<${all.slice(start, end)}>${all.slice(end)}`, text);

describe("highlight", () => {
  it.each([
    [
      "Resetting passwords in Zürich",
      "reset password zurich",
      "<Resetting> <passwords> in <Zürich>",
      "stems and accents",
    ],
    ["重置登录密码", "登录密码", "重置<登录密码>", "pairs become one mark"],
    ["網(wǎng)站備份", "网站", "<網(wǎng)站>備份", "traditional script with pinyin"],
    ["Fix E-104 now", "e104", "Fix <E-104> now", "an error code in another spelling"],
    ["Ｗｉ－Ｆｉ", "wi-fi", "<Ｗｉ－Ｆｉ>", "full width"],
    ["nothing here", "", "nothing here", "no match"],
  ])("%s, asked %s -> %s: %s", (text, query, expected) => {
    expect(shown(highlight(text, matching(query)))).toBe(expected);
  });

  it("marks one Han character inside a word", () => {
    expect(shown(highlight("填写税号和增值税", matching("", "税")))).toBe("填写<税>号和增值<税>");
  });
});

describe("snippet", () => {
  const filler = "Some other sentence stands here for length. ".repeat(6);

  it("shows a short passage whole, with spaces for line feeds", () => {
    expect(snippet("One line.\nReset it.", matching("reset"))).toEqual({
      text: "One line. Reset it.",
      marks: [[10, 15]],
    });
  });

  it("begins with the sentence of the match and cuts between words", () => {
    const { text } = snippet(`${filler}Now reset the password. ${filler}`, matching("password"));
    expect(text.startsWith("…Now reset the password. Some other")).toBe(true);
    expect(text).toMatch(/ (?:Some|other|sentence|stands|here|for|length\.)…$/);
    expect(text.length).toBeLessThanOrEqual(190);
  });

  it("prefers the place where more different words stand together", () => {
    const { text } = snippet(`The password. ${filler}Reset your password here. ${filler}`, matching("reset password"));
    expect(text).toContain("Reset your password here.");
  });

  it("shows the beginning without a match", () => {
    expect(snippet(filler, matching("")).text.startsWith("Some other")).toBe(true);
  });

  it("takes about ninety Chinese characters around the match", () => {
    const text = `${"这里是其他内容的一句话。".repeat(20)}点击重置密码按钮。${"这里是其他内容的一句话。".repeat(20)}`;
    const found = snippet(text, matching("重置密码"));
    expect(shown(found)).toMatch(/^…点击<重置密码>按钮。这里/);
    expect(found.text.length).toBeGreaterThan(70);
    expect(found.text.length).toBeLessThan(100);
  });

  it("is a piece of the passage that holds a match, and never cuts a code point", () => {
    const piece = fc.constantFrom(
      "reset ",
      "password",
      "。",
      "重置",
      "𠮷𠮷",
      "📦",
      " ",
      "\n",
      "a",
      ". ",
      "x".repeat(300),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        const passage = pieces.join("");
        const { text, marks } = snippet(passage, matching("reset 重置"));
        const inner = text.replace(/^…/, "").replace(/…$/, "");
        expect(passage.replace(/\s/g, " ")).toContain(inner);
        expect(() => encodeURIComponent(text)).not.toThrow();
        if (highlight(passage, matching("reset 重置")).marks.length > 0) expect(marks.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});
