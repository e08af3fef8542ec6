import { describe, expect, it } from "vitest";
import { answerEn } from "../../../src/ui/strings/answer-en";
import { answerZh } from "../../../src/ui/strings/answer-zh";
import { formatDate, languageName } from "../../../src/ui/strings/dates";
import { en } from "../../../src/ui/strings/en";
import { sealedEn } from "../../../src/ui/strings/sealed-en";
import { sealedZh } from "../../../src/ui/strings/sealed-zh";
import { zh } from "../../../src/ui/strings/zh";

/** Every leaf of a catalogue: `errors.worker-failed` -> `string`. */
function shape(value: object, path = ""): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, leaf]) =>
      typeof leaf === "object" && leaf !== null
        ? Object.entries(shape(leaf, `${path}${key}.`))
        : [[path + key, typeof leaf]],
    ),
  );
}

/** The words of a leaf, with something in every gap. */
function words(value: unknown): string {
  return typeof value === "function" ? String(value(2, 3)) : String(value);
}

describe("interface strings", () => {
  it("have the same keys in both languages", () => {
    expect(shape(zh)).toEqual(shape(en));
  });

  it("are never empty, and the Chinese ones are Chinese", () => {
    for (const key of Object.keys(en) as (keyof typeof en)[]) {
      if (key === "errors") continue;
      expect(words(en[key]).trim(), key).not.toBe("");
      expect(words(zh[key]).trim(), key).not.toBe("");
      // A range of times or days carries no words of its own.
      if (!["hoursRange"].includes(key)) expect(words(zh[key]), key).toMatch(/\p{Script=Han}/u);
    }
    for (const text of Object.values(zh.errors)) expect(text).toMatch(/\p{Script=Han}/u);
  });

  it("about answers are whole in both languages too", () => {
    expect(shape(answerZh)).toEqual(shape(answerEn));
    const { stages, ...rest } = answerZh;
    for (const text of [...Object.values(rest), ...Object.values(stages)]) {
      expect(words(text)).toMatch(/\p{Script=Han}/u);
    }
    const { stages: english, ...others } = answerEn;
    for (const text of [...Object.values(others), ...Object.values(english)]) expect(words(text).trim()).not.toBe("");
  });

  it("about locked articles are whole in both languages too", () => {
    expect(shape(sealedZh)).toEqual(shape(sealedEn));
    const leaves = ({ faults, ...rest }: typeof sealedEn) => [...Object.values(rest), ...Object.values(faults)];
    for (const text of leaves(sealedZh)) expect(words(text)).toMatch(/\p{Script=Han}/u);
    for (const text of leaves(sealedEn)) expect(words(text).trim()).not.toBe("");
  });

  it("count in the language's own way", () => {
    expect(en.articleCount(1)).toBe("1 article");
    expect(en.articleCount(0)).toBe("0 articles");
    expect(zh.articleCount(1)).toBe("1 篇文章");
  });
});

describe("formatDate", () => {
  it.each([
    ["2025-03-01", "en", "Mar 1, 2025"],
    ["2025-03-01", "en-GB", "1 Mar 2025"],
    ["2025-03-01", "zh", "2025年3月1日"],
    ["2025-03-01", "fr", "Mar 1, 2025"],
    ["soon", "en", "soon"],
  ])("%s in %s is %s, whatever the time zone", (date, locale, expected) => {
    expect(formatDate(date, locale)).toBe(expected);
  });
});

describe("languageName", () => {
  it.each([
    ["en", "English"],
    ["zh", "简体中文"],
    ["fr", "Français"],
    ["not a tag", "not a tag"],
  ])("%s calls itself %s", (locale, name) => expect(languageName(locale)).toBe(name));
});
