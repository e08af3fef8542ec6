import { beforeAll, describe, expect, it } from "vitest";
import type { StaticEncoder } from "../../../src/domain/encoder";
import { buildMeanings } from "../../../src/search/build-meanings";
import { passageTexts } from "../../../src/search/passage-texts";
import { createSearchIndex, type SearchIndex } from "../../../src/search/search-index";
import { createLikeness } from "../../../src/search/text-likeness";
import { madeUpEncoder } from "../../support/encoder";
import { article, pack } from "./packs";

let encoder: StaticEncoder;
beforeAll(async () => {
  encoder = await madeUpEncoder();
});
const even = (): number => 1;

describe("createLikeness", () => {
  it("puts texts that mean the same before others, in both languages", () => {
    const likeness = createLikeness(encoder.query("forgot passphrase"), encoder, even);
    const [same = 0, chinese = 0, half = 0, other = 0] = likeness([
      "reset password",
      "重置密码",
      "reset router",
      "late parcel",
    ]);
    expect(same).toBeGreaterThan(1.5);
    expect(chinese).toBeGreaterThan(1.5);
    expect(half).toBeLessThan(same);
    expect(other).toBeLessThan(half);
  });

  it("gives each text the number that it has alone", () => {
    const likeness = createLikeness(encoder.query("forgot passphrase"), encoder, even);
    const texts = ["reset password", "", "late parcel", "reset password"];
    expect(likeness(texts)).toEqual(texts.flatMap((text) => likeness([text])));
  });

  it("counts a rare piece more", () => {
    const [parcel] = encoder.query("parcel").pieces?.slice(-1) ?? [];
    const meaning = encoder.query("late parcel");
    const rare = createLikeness(meaning, encoder, (piece) => (piece === parcel ? 9 : 1));
    const [before = 0, after = 0] = [createLikeness(meaning, encoder, even), rare].map((like) => like(["package"])[0]);
    expect(after).toBeGreaterThan(before);
  });

  it("is 0 for what says nothing, and a number for whatever else", () => {
    expect(createLikeness(encoder.query(""), encoder, even)(["reset password"])).toEqual([0]);
    expect(createLikeness(encoder.query("reset"), encoder, even)([])).toEqual([]);
    for (const query of ["📦", "\ud83d", ".".repeat(1_000)]) {
      const found = createLikeness(encoder.query(query), encoder, even)(["", "📦", "\udc00", ".".repeat(900)]);
      expect(found.every(Number.isFinite)).toBe(true);
    }
  });
});

describe("likeness of a search index", () => {
  const one = pack("a", [article("reset", "Reset a password", "Open it."), article("late", "A late parcel", "Wait.")]);
  const other = pack("b", [article("money", "Refund", "Money back."), article("wifi", "Router", "Reset the router.")]);

  function indexWith(): SearchIndex {
    const index = createSearchIndex();
    for (const each of [one, other]) index.add(each, undefined, buildMeanings(each, encoder));
    return index;
  }

  it("measures a further text as search measures its own", () => {
    const index = indexWith();
    const query = { text: "forgot my passphrase", locale: "en" };
    const found = index.retrieve(query, encoder.query);
    const [best] = found.articles;
    expect(best?.pack.articles[best.article]?.id).toBe("reset");
    const [text = ""] = passageTexts(one);
    expect(index.likeness(query, found, encoder)([text])[0]).toBeCloseTo(best?.likeness ?? 0, 6);
  });

  it("compares what was meant, not the slip of the pen", () => {
    const index = indexWith();
    const like = (text: string) => {
      const query = { text, locale: "en" };
      return index.likeness(query, index.retrieve(query, encoder.query), encoder)(["change the passphrase"]);
    };
    expect(like("reset pasword")).toEqual(like("reset password"));
  });

  it("compares in a language of which the index holds nothing", () => {
    const index = indexWith();
    const query = { text: "forgot passphrase", locale: "zh-CN" };
    const found = index.retrieve(query, encoder.query);
    expect(index.likeness(query, found, encoder)(["reset password"])[0]).toBeGreaterThan(1.5);
  });
});
