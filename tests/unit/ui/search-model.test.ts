import { describe, expect, it } from "vitest";
import type { SearchResults } from "../../../src/domain/search";
import { resultGroups, sectionHref } from "../../../src/ui/search/result-options";
import {
  optionAfter,
  reduceSearch,
  type SearchEvent,
  type SearchModel,
  searchModel,
} from "../../../src/ui/search/search-model";

const plain = (text: string) => ({ text, marks: [] });

function results(...articles: readonly [id: string, ...anchors: string[]][]): SearchResults {
  return {
    query: { text: "x", locale: "en" },
    articles: articles.map(([article, ...anchors]) => ({
      article,
      title: plain(article),
      kind: "faq",
      section: "s",
      sectionTitle: "S",
      score: 1,
      because: "words" as const,
      hits: anchors.map((anchor, n) => ({
        passage: `${article}#${anchor}.${n}`,
        anchor,
        headings: [],
        snippet: plain("…"),
        score: 1,
      })),
    })),
    total: articles.length,
    corrections: [],
    nearest: [],
  };
}

function follow(model: SearchModel, ...events: readonly SearchEvent[]): SearchModel {
  return events.reduce(reduceSearch, model);
}

const two = results(["en/a", "one", "two"], ["en/b", ""]);
const answered: SearchEvent = { type: "answered", results: two };

describe("reduceSearch", () => {
  it("starts with a question when the address has one", () => {
    expect(searchModel("refund").pending).toBe(true);
    expect(searchModel("  ").pending).toBe(false);
  });

  it("waits for the answer, then has the best hit ready", () => {
    const waiting = follow(searchModel(""), { type: "typed", text: "re" });
    expect(waiting).toMatchObject({ pending: true, active: -1 });
    expect(follow(waiting, answered)).toMatchObject({ pending: false, active: 0 });
  });

  it("has nothing ready when nothing was found", () => {
    const model = follow(searchModel("zzz"), { type: "answered", results: results() });
    expect(model).toMatchObject({ pending: false, active: -1 });
  });

  it("keeps the last answer in sight while the next is on its way", () => {
    const model = follow(searchModel("re"), answered, { type: "typed", text: "ref" });
    expect(model).toMatchObject({ pending: true, active: -1, outcome: { status: "answered" } });
  });

  it("shows no failure under a new question", () => {
    const failed = follow(searchModel("re"), { type: "failed", error: { code: "worker-failed" } });
    expect(failed.outcome?.status).toBe("failed");
    expect(follow(failed, { type: "typed", text: "ref" }).outcome).toBeUndefined();
    expect(follow(failed, { type: "retried" })).toMatchObject({ pending: true, attempt: 1 });
    expect(follow(failed, { type: "retried" }).outcome).toBeUndefined();
  });

  it("drops an answer that nobody waits for", () => {
    const cleared = follow(searchModel("re"), { type: "typed", text: "" });
    expect(follow(cleared, answered)).toBe(cleared);
  });

  it("keeps the place in a list that grows", () => {
    const model = follow(searchModel("re"), answered, { type: "moved", to: 2 }, { type: "more" });
    expect(model).toMatchObject({ pending: true, limit: 20, active: 2 });
    expect(follow(model, answered).active).toBe(2);
  });

  it("is half a word until typing pauses; what came whole is whole", () => {
    expect(searchModel("refund").whole).toBe(true);
    const typing = follow(searchModel(""), { type: "typed", text: "re" });
    expect(typing.whole).toBe(false);
    expect(follow(typing, { type: "finished" }).whole).toBe(true);
    expect(follow(typing, { type: "finished" }, { type: "typed", text: "ref" }).whole).toBe(false);
    expect(follow(searchModel(""), { type: "finished" }).whole).toBe(false);
  });

  it("does not ask again by itself after a failure", () => {
    const failed = follow(
      searchModel(""),
      { type: "typed", text: "re" },
      { type: "failed", error: { code: "content-unreachable" } },
    );
    expect(follow(failed, { type: "finished" })).toBe(failed);
  });

  describe("settles a second answer to the same question", () => {
    const better: SearchEvent = { type: "answered", results: results(["en/c", "x"], ["en/a", "one", "two"]) };
    const shown = (model: SearchModel) =>
      model.outcome?.status === "answered" ? model.outcome.results.articles.map(({ article }) => article) : [];
    const first = follow(searchModel(""), { type: "typed", text: "re" }, answered, { type: "finished" });

    it("in its own order, as long as nobody has touched the list", () => {
      const model = follow(first, better);
      expect(shown(model)).toEqual(["en/c", "en/a"]);
      expect(model).toMatchObject({ active: 0, pending: false, round: 1 });
    });

    it.each([
      ["pointing", { type: "touched" }, 0],
      ["the arrow keys", { type: "moved", to: 2 }, 2],
    ] as const)("below what is there, after %s; the chosen one stays chosen", (_, touch, active) => {
      const model = follow(first, touch, better);
      expect(shown(model)).toEqual(["en/a", "en/b", "en/c"]);
      expect(model.active).toBe(active);
    });

    it("until the text changes", () => {
      const model = follow(first, { type: "touched" }, { type: "typed", text: "ref" }, better);
      expect(shown(model)).toEqual(["en/c", "en/a"]);
      expect(model).toMatchObject({ touched: false, round: 2 });
    });

    it("and keeps the first one when there is no second", () => {
      const model = follow(first, { type: "failed", error: { code: "worker-failed" } });
      expect(shown(model)).toEqual(["en/a", "en/b"]);
      const nothing: SearchEvent = { type: "answered", results: results() };
      const none = follow(searchModel(""), { type: "typed", text: "re" }, nothing, { type: "finished" });
      expect(follow(none, { type: "failed", error: { code: "worker-failed" } }).outcome?.status).toBe("failed");
    });

    it("and a longer list", () => {
      const model = follow(first, { type: "more" }, better);
      expect(shown(model)).toEqual(["en/a", "en/b", "en/c"]);
    });
  });

  it("asks again when the scope changes, but not for nothing", () => {
    expect(follow(searchModel("re"), answered, { type: "scoped", scoped: true })).toMatchObject({
      pending: true,
      active: -1,
    });
    expect(follow(searchModel(""), { type: "scoped", scoped: true }).pending).toBe(false);
  });
});

describe("optionAfter", () => {
  const ready = follow(searchModel("re"), answered);
  const moved = follow(ready, { type: "moved", to: 1 });

  it.each([
    ["ArrowDown", ready, 1],
    ["ArrowDown", { ...ready, active: 2 }, 0],
    ["ArrowDown", { ...ready, active: -1 }, 0],
    ["ArrowUp", ready, 2],
    ["ArrowUp", moved, 0],
    ["Home", ready, undefined],
    ["End", ready, undefined],
    ["Home", moved, 0],
    ["End", moved, 2],
    ["a", moved, undefined],
  ])("%s", (key, model, expected) => {
    expect(optionAfter(key, model, 3)).toBe(expected);
  });

  it("leaves every key to the text when there is no list", () => {
    expect(optionAfter("ArrowDown", ready, 0)).toBeUndefined();
  });
});

describe("resultGroups", () => {
  it("makes one choice per heading, with a deep link", () => {
    const [first, second] = resultGroups(results(["en/s/a", "one", "one", "Zwei drei"], ["en/b", ""]), "/help/");
    expect(first?.options.map((option) => option.href)).toEqual(["/help/en/s/a/#one", "/help/en/s/a/#Zwei%20drei"]);
    expect(second?.options.map((option) => option.href)).toEqual(["/help/en/b/"]);
  });

  it("gives every choice its own id", () => {
    const ids = resultGroups(two, "/").flatMap((group) => group.options.map((option) => option.id));
    expect(new Set(ids).size).toBe(3);
  });

  it("puts the cards of an article behind its headings, two at most", () => {
    const [only] = results(["en/s/a", "one"]).articles;
    const actions = ["一", "b", "c"].map((anchor) => ({ anchor: `action-${anchor}`, title: anchor }));
    const [group] = resultGroups({ ...results(), articles: [{ ...only!, actions }] }, "/");
    expect(group?.options.map(({ href, action }) => [href, action])).toEqual([
      ["/en/s/a/#one", undefined],
      [`/en/s/a/#action-${encodeURIComponent("一")}`, "一"],
      ["/en/s/a/#action-b", "b"],
    ]);
  });

  it("encodes Han slugs", () => {
    expect(sectionHref("/", "zh/退货/如何", "费用")).toBe(
      `/zh/${encodeURIComponent("退货")}/${encodeURIComponent("如何")}/#${encodeURIComponent("费用")}`,
    );
  });
});
