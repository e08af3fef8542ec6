import { readFileSync, writeFileSync } from "node:fs";
import { choose } from "../../src/answer/choose";
import type { Candidate, Evidence, Gathered } from "../../src/answer/evidence";
import { shapeOf } from "../../src/answer/signs";
import { quotesAnswer } from "../../src/cli/eval/quotation";

/** A line of what `dump.ts` writes. */
interface Dumped {
  readonly centre: string;
  readonly id: string;
  readonly q: string;
  readonly kind: string;
  readonly answerable: boolean;
  readonly answers: readonly string[];
  readonly accepted: readonly string[];
  readonly ranked: readonly (readonly [string, number])[];
  readonly known: number;
  readonly candidates: readonly (Gathered["passages"][number] & { article: string; rank: number; text: string })[];
  readonly sentences: readonly { candidate: number; start: number; end: number; list: number; features: number[] }[];
}

/**
 * Lets the product choose a quotation for every dumped question, and writes what is known of how sure it is.
 *
 * @param args dump, what `fit.py` wrote, what answers (`words`, `reader`…), target file
 */
export async function main([dump = "", fitted = "", by = "", target = ""]: readonly string[]): Promise<void> {
  const weights = JSON.parse(readFileSync(fitted, "utf8")) as number[];
  const lines = readFileSync(dump, "utf8").trim().split("\n");
  const out = lines.map((line) => {
    const row = JSON.parse(line) as Dumped;
    const candidates = row.candidates.map(
      ({ article, rank, text }) => ({ article: { id: article }, rank, text }) as unknown as Candidate,
    );
    const sentences = row.sentences.map(
      ({ candidate, start, end, list, features }): Evidence => ({
        candidate,
        sentence: { start, end, ...(list >= 0 && { list }) },
        features: Float64Array.from(features),
        ...shapeOf((row.candidates[candidate]?.text ?? "").slice(start, end)),
      }),
    );
    const gathered = { sentences, known: row.known, passages: row.candidates } as unknown as Gathered;
    const { choice, confidence } = choose(row.q, candidates, gathered, weights);
    const chosen = choice && row.candidates[choice.candidate];
    const quotation = choice && chosen ? chosen.text.slice(choice.start, choice.end) : "";
    const isArticle = chosen !== undefined && row.accepted.includes(chosen.article);
    const relevance: Record<string, number> = {};
    for (const one of row.candidates)
      relevance[one.article] = Math.max(relevance[one.article] ?? -5, by.startsWith("reader") ? one.relevance : -5);
    return JSON.stringify({
      centre: row.centre,
      id: row.id,
      q: row.q,
      kind: row.kind,
      answerable: row.answerable,
      labelled: row.answers.length > 0,
      article: isArticle,
      quote: isArticle && quotesAnswer(quotation, row.answers) && (choice?.form === "steps" || quotation.length <= 400),
      quotation,
      form: choice?.form,
      features: Array.from(confidence),
      ranked: row.ranked,
      relevance,
      accepted: row.accepted,
    });
  });
  writeFileSync(target, `${out.join("\n")}\n`);
}
