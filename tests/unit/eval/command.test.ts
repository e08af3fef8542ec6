import { cp } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { EvalReport } from "../../../src/cli/eval/evaluate-content";
import { run } from "../../../src/cli/run";
import { OWN_READER } from "../../../src/domain/models";
import { captureConsole } from "../../support/console";
import { emptyFolder, folderWith } from "../../support/folders";
import { TINY_ENCODER, TINY_OWN_READER, TINY_READER } from "../../support/model-mirror";

const { said, complained } = captureConsole();
const WORDS = ["--encoder", "none", "--reader", "none"];

async function evaluate(options: readonly string[], config: object = {}): Promise<number> {
  const question = { id: "1", q: "reset", lang: "en", kind: "keyword", articles: ["a.md"], answerable: true };
  const folder = await folderWith({
    "c/a.md": "# Reset a password\n\nOpen it.",
    "c/config.json": JSON.stringify(config),
    "q.jsonl": JSON.stringify({ ...question, answer: ["Open it"] }),
  });
  return run(["eval", "--content", `${folder}/c`, "--queries", `${folder}/q.jsonl`, ...options]);
}

/** What `--json` printed, and nothing beside it. */
function printed(): EvalReport {
  expect(said).toHaveLength(1);
  return JSON.parse(said[0]!) as EvalReport;
}

describe("pocket-help eval --encoder", () => {
  it.each([
    [["--encoder", TINY_ENCODER], "tiny-encoder", ["lexical", "dense", "fused", "reranked"]],
    [["--encoder", "none"], undefined, ["lexical", "reranked"]],
  ] as const)("%j", async (options, encoder, modes) => {
    expect(await evaluate([...options, "--reader", "none", "--json"])).toBe(0);
    const report = printed();
    expect(report.encoder).toBe(encoder);
    expect(report.reader).toBeUndefined();
    expect(Object.keys(report.retrieval)).toEqual(modes);
    for (const scores of Object.values(report.retrieval)) expect(scores?.hit1).toBe(1);
    expect(report.perQuery).toMatchObject([{ id: "1", ranked: ["a.md"] }]);
  });

  it("fails with words where no encoder lies", async () => {
    expect(await evaluate(["--encoder", "./nowhere"])).toBe(1);
    expect(complained[0]).toMatch(/^pocket-help: --encoder: \.\/nowhere has neither model\.safetensors\.gz nor/);
  });

  it("names labels that are no article", async () => {
    const question = { id: "7", q: "reset", lang: "en", kind: "keyword", articles: ["b.md", "a.md"], answerable: true };
    const folder = await folderWith({ "c/a.md": "# Reset a password", "q.jsonl": JSON.stringify(question) });
    expect(await run(["eval", "--content", `${folder}/c`, "--queries", `${folder}/q.jsonl`, ...WORDS])).toBe(0);
    expect(complained).toEqual([
      `${folder}/q.jsonl: question 7 names b.md, which is no article: it counts as not found`,
    ]);
  });
});

describe("pocket-help eval --reader", () => {
  it.each([
    [TINY_READER, "tiny-reader"],
    [TINY_OWN_READER, OWN_READER],
  ])("reads with the model in %s, called %s", async (model, name) => {
    const folder = join(emptyFolder(), name);
    await cp(model, folder, { recursive: true });
    expect(await evaluate(["--encoder", "none", "--reader", folder, "--threshold", "0.000001", "--json"])).toBe(0);
    const report = printed();
    expect(report.reader).toMatch(new RegExp(`^${name}@`));
    expect(report.perQuery[0]?.answer).toMatchObject({ article: "a.md", text: "Open it." });
  });

  it("fails with words where no reader lies, or something else does", async () => {
    const empty = emptyFolder();
    expect(await evaluate(["--encoder", "none", "--reader", empty])).toBe(1);
    expect(complained[0]).toBe(`pocket-help: --reader: ${empty} has no config.json and onnx/ in hub layout`);
    expect(await evaluate(["--encoder", "none", "--reader", TINY_ENCODER])).toBe(1);
    expect(complained[1]).toContain(`pocket-help: --reader: ${TINY_ENCODER}: it is not a question-answering model`);
  });
});

describe("pocket-help eval --threshold", () => {
  const answered = async (options: readonly string[], config?: object) => {
    said.length = 0;
    expect(await evaluate([...WORDS, ...options, "--json"], config)).toBe(0);
    const { answers, perQuery } = printed();
    return [answers.threshold, answers.coverage, perQuery[0]?.answer === null];
  };

  it("goes before what the configuration says", async () => {
    expect(await answered([], { answers: { threshold: 0.9999 } })).toEqual([0.9999, 0, true]);
    expect(await answered(["--threshold", "0.001"], { answers: { threshold: 0.9999 } })).toEqual([0.001, 1, false]);
    expect(await answered(["--threshold", "1"])).toEqual([1, 0, true]);
  });

  it.each(["1.5", "-0.1", "half", " "])("refuses %j before anything is loaded", async (threshold) => {
    expect(await run(["eval", "--content", "./nowhere", "--queries", "./none", `--threshold=${threshold}`])).toBe(2);
    expect(complained.join("\n")).toContain(
      `--threshold is a probability from 0 to 1, not ${JSON.stringify(threshold)}`,
    );
  });
});

describe("pocket-help eval without --json", () => {
  it("prints the answers for persons", async () => {
    expect(await evaluate([...WORDS, "--threshold", "0.25"])).toBe(0);
    expect(said.join("\n")).toMatch(/^answers to 1 questions .*\nat threshold 0\.25: coverage /m);
  });
});
