import { describe, expect, it } from "vitest";
import { parse } from "./render";

describe("files that only serve others are hidden", () => {
  it.each([
    ["SUMMARY.md", "# Contents\n\n* [A](a.md)\n  * [B](b.md)", true],
    ["SUMMARY.md", "# Summary\n\nWhat we did this year, at some length. See [A](a.md).", undefined],
    ["_sidebar.md", "* [A](a.md)", true],
    ["guide/_part.mdx", "Text.", true],
    ["guide/includes/part.md", "Text.", true],
    ["guide/_index.md", "Text.", undefined],
    ["guide/_index.md", "", true],
    ["index.md", "", true],
    ["guide/a.md", "[A](a.md)", undefined],
  ])("%s %j", (path, text, hidden) => {
    expect(parse(text, path).frontMatter.hidden).toBe(hidden);
  });

  it("the page of a folder may be empty; an article may not", () => {
    expect(parse("---\ntitle: T\n---\n", "guide/_index.md").faults).toEqual([]);
    expect(parse("---\ntitle: T\n---\n", "guide/a.md").faults.map(({ code }) => code)).toEqual(["empty"]);
  });

  it("front matter says otherwise", () => {
    expect(parse("---\nhidden: false\n---\nText.", "guide/_part.mdx").frontMatter.hidden).toBe(false);
  });
});
