import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type EvalQuery, readQueries } from "../../../src/cli/eval/queries";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const article = (name: string) => path(`../../../content/${name}`);

function questions(lang: string): readonly EvalQuery[] {
  const file = path(`../../eval/${lang}.jsonl`);
  const read = readQueries(readFileSync(file, "utf8"), `${lang}.jsonl`);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

describe.each(["en", "zh"])("the project's own questions, %s", (lang) => {
  const all = questions(lang);

  it("are at least 120, and a fifth of them is not covered", () => {
    expect(all.length).toBeGreaterThanOrEqual(120);
    const unanswerable = all.filter((query) => !query.answerable).length;
    expect(unanswerable / all.length).toBeCloseTo(0.2, 1);
  });

  it("name articles that exist", () => {
    expect(all.flatMap((query) => query.articles).filter((name) => !existsSync(article(name)))).toEqual([]);
  });

  it("quote their answers verbatim from the best article", () => {
    const missing = all.filter((query) => {
      const [best] = query.articles;
      const text = best === undefined ? "" : readFileSync(article(best), "utf8");
      return (query.answer ?? []).some((answer) => !text.includes(answer));
    });
    expect(missing.map((query) => query.id)).toEqual([]);
  });

  it("are not the phrasings that the articles bring themselves", () => {
    const asked = new Set(all.map((query) => query.q.toLowerCase()));
    const copied = [...new Set(all.flatMap((query) => query.articles))].flatMap((name) =>
      [...readFileSync(article(name), "utf8").matchAll(/^\s+- (.+)$/gm)]
        .map((match) => match[1]!.replace(/^["']|["']$/g, "").toLowerCase())
        .filter((phrase) => asked.has(phrase)),
    );
    expect(copied).toEqual([]);
  });
});
