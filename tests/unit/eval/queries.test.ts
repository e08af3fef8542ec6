import { describe, expect, it } from "vitest";
import { formatQueryFaults, readQueries } from "../../../src/cli/eval/queries";

const good = {
  id: "q1",
  q: "reset?",
  lang: "en",
  kind: "natural",
  articles: ["a.md"],
  answer: ["Do."],
  answerable: true,
};
const line = (changes: Record<string, unknown>): string => JSON.stringify({ ...good, ...changes });
const messages = (text: string): string => {
  const read = readQueries(text, "q.jsonl");
  return read.ok ? "" : formatQueryFaults(read.error);
};

describe("readQueries", () => {
  it("reads one question a line, skips empty lines, and takes answers as optional", () => {
    const other = { ...good, id: "q2" };
    const { answer: _, ...without } = other;
    expect(readQueries(`\ufeff${JSON.stringify(good)}\r\n\n${JSON.stringify(without)}\n`, "q.jsonl")).toEqual({
      ok: true,
      value: [good, { ...other, answer: [] }],
    });
  });

  it.each([
    [line({ lang: "de" }), `q.jsonl:1: expected "lang" to be one of "en", "zh", found de`],
    [line({ q: " " }), `q.jsonl:1: expected "q" to be the question, found  `],
    [line({ id: undefined }), `q.jsonl:1: expected "id" to be a text that names the question, found nothing`],
    [line({ articles: "a.md" }), `q.jsonl:1: expected "articles" to be a list of paths, found a.md`],
    [line({ answerable: 1 }), `q.jsonl:1: expected "answerable" to be true or false, found 1`],
    [
      line({ articles: [] }),
      `q.jsonl:1: expected "articles" to name the article that answers, found none, though "answerable" is true`,
    ],
    ["[]", "q.jsonl:1: expected a JSON object, found []"],
    [`${line({})}\n\n${line({})}`, `q.jsonl:3: expected an "id" of its own, found "q1", as in line 1`],
    ["\n", "q.jsonl:1: expected one question a line, as JSON, found no question"],
  ])("%s -> %s", (text, message) => {
    expect(messages(text)).toBe(message);
  });

  it("names every faulty line, with what the JSON reader says", () => {
    const [first, second] = messages(`{"id": \n${line({ kind: "odd" })}`).split("\n");
    expect(first).toMatch(/^q\.jsonl:1: expected a JSON object, found \{"id": {2}\(.+\)$/);
    expect(second).toMatch(/^q\.jsonl:2: expected "kind" to be one of "natural", .+, found odd$/);
  });
});
