import { join } from "node:path";
import { expect, it } from "vitest";
import type { EvalReport } from "../../../src/cli/eval/evaluate-content";
import { exactKinds } from "../../eval/exact-kinds";
import { folderWith } from "../../support/folders";

it("counts every question once, and tells which kind lost", async () => {
  const lines = (...kinds: string[]) => kinds.map((kind) => JSON.stringify({ kind, answerable: true })).join("\n");
  const folder = await folderWith({ "a.jsonl": lines("typo", "keyword"), "b.jsonl": lines("typo", "typo", "typo") });
  const report = (lexical: object, fused: object) =>
    ({ retrieval: { lexical: { byKind: lexical }, fused: { byKind: fused } } }) as unknown as EvalReport;
  const measured = [
    { queries: join(folder, "a.jsonl"), report: report({ typo: 1, keyword: 0.5 }, { typo: 1, keyword: 0.495 }) },
    { queries: join(folder, "b.jsonl"), report: report({ typo: 0.8 }, { typo: 0.72 }) },
  ];
  expect(exactKinds(measured)).toEqual([
    { kind: "keyword", questions: 1, lexical: 0.5, fused: 0.495, lost: false },
    { kind: "typo", questions: 4, lexical: expect.closeTo(0.85), fused: expect.closeTo(0.79), lost: true },
  ]);
});
