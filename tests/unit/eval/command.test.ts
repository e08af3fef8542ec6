import { describe, expect, it } from "vitest";
import type { EvalReport } from "../../../src/cli/eval/evaluate-retrieval";
import { run } from "../../../src/cli/run";
import { captureConsole } from "../../support/console";
import { folderWith } from "../../support/folders";
import { TINY_ENCODER } from "../../support/model-mirror";

const { said, complained } = captureConsole();

async function evaluate(...options: string[]): Promise<number> {
  const question = { id: "1", q: "reset", lang: "en", kind: "keyword", articles: ["a.md"], answerable: true };
  const folder = await folderWith({ "c/a.md": "# Reset a password\n\nOpen it.", "q.jsonl": JSON.stringify(question) });
  return run(["eval", "--content", `${folder}/c`, "--queries", `${folder}/q.jsonl`, ...options]);
}

describe("pocket-help eval --encoder", () => {
  it.each([
    [["--encoder", TINY_ENCODER], "tiny-encoder", ["lexical", "dense", "fused"]],
    [["--encoder", "none"], undefined, ["lexical"]],
  ] as const)("%j", async (options, encoder, modes) => {
    expect(await evaluate(...options, "--json")).toBe(0);
    expect(said).toHaveLength(1);
    const report = JSON.parse(said[0]!) as EvalReport;
    expect(report.encoder).toBe(encoder);
    expect(Object.keys(report.retrieval)).toEqual(modes);
    for (const scores of Object.values(report.retrieval)) expect(scores?.hit1).toBe(1);
    expect(report.perQuery).toEqual([{ id: "1", ranked: ["a.md"] }]);
  });

  it("fails with words where no encoder lies", async () => {
    expect(await evaluate("--encoder", "./nowhere")).toBe(1);
    expect(complained[0]).toMatch(/^pocket-help: --encoder: \.\/nowhere has neither model\.safetensors\.gz nor/);
  });

  it("names labels that are no article", async () => {
    const question = { id: "7", q: "reset", lang: "en", kind: "keyword", articles: ["b.md", "a.md"], answerable: true };
    const folder = await folderWith({ "c/a.md": "# Reset a password", "q.jsonl": JSON.stringify(question) });
    const options = ["--content", `${folder}/c`, "--queries", `${folder}/q.jsonl`, "--encoder", "none"];
    expect(await run(["eval", ...options])).toBe(0);
    expect(complained).toEqual([
      `${folder}/q.jsonl: question 7 names b.md, which is no article: it counts as not found`,
    ]);
  });
});
