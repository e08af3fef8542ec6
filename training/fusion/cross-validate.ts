import { readFileSync } from "node:fs";
import { ndcg10 } from "../../src/cli/eval/metrics";
import type { StaticEncoder } from "../../src/domain/encoder";
import { readStaticEncoder } from "../../src/inference/static/read-encoder";
import { createBm25fRetriever } from "../../src/search/bm25f-retriever";
import { buildMeanings } from "../../src/search/build-meanings";
import { FUSION, type Fusion } from "../../src/search/fusion";
import { createSearchIndex } from "../../src/search/search-index";
import { CENTRES, type Centre, loadCentre } from "../centre";

/** Kinds whose words say what is meant: fusion must not lose them. */
const EXACT = ["keyword", "typo", "traditional"];

/** A centre with the meanings of its sections. */
interface Meant extends Centre {
  readonly meanings: readonly ReturnType<typeof buildMeanings>[];
}

type Scores = Readonly<Record<string, number>>;

/**
 * Chooses the weights of fusion: each centre is scored with the setting that suits the others best. Prints every
 * setting, what is chosen without each centre, and what that scores there.
 *
 * @param args folder of labelled help centres, and the encoder's file
 */
export async function main([folder = "", table = ""]: readonly string[]): Promise<void> {
  const read = await readStaticEncoder(readFileSync(table));
  if (!read.ok) throw new Error(read.error.detail);
  const centres: Meant[] = [];
  for (const name of CENTRES) {
    const centre = await loadCentre(folder, name);
    centres.push({
      ...centre,
      questions: centre.questions.filter(({ answerable }) => answerable),
      meanings: centre.packs.map((pack) => buildMeanings(pack, read.value)),
    });
  }
  const lexical = centres.map((centre) => score(centre, undefined, FUSION));
  const settings = grid();
  const scored = settings.map((fusion) => centres.map((centre) => score(centre, read.value, fusion)));
  const lost = (at: readonly Scores[]): number =>
    Math.max(...EXACT.map((kind) => pooled(lexical, kind, centres) - pooled(at, kind, centres)));
  for (const [n, fusion] of settings.entries()) {
    const at = scored[n] ?? [];
    const all = at.map((scores) => scores.all ?? 0);
    const natural = at.map((scores) => scores.natural ?? 0);
    console.log(
      `late ${fusion.late} dense ${fusion.dense} rarity ${fusion.rarity}: ${all.map(short).join(" ")}, mean ${short(mean(all))}, natural ${short(mean(natural))}, exact words lose ${short(lost(at))}`,
    );
  }
  for (const [out, { name }] of centres.entries()) {
    const value = (n: number): number => mean(scored[n]?.flatMap((s, c) => (c === out ? [] : [s.all ?? 0])) ?? []);
    const best = settings.reduce((most, _, n) => (value(n) > value(most) ? n : most), 0);
    const { late, dense, rarity } = settings[best] as Fusion;
    console.log(
      `without ${name}: late ${late} dense ${dense} rarity ${rarity}; there ${short(scored[best]?.[out]?.all ?? 0)} (natural ${short(scored[best]?.[out]?.natural ?? 0)}; words alone ${short(lexical[out]?.all ?? 0)})`,
    );
  }
}

function grid(): Fusion[] {
  const settings: Fusion[] = [];
  for (const late of [1, 1.5, 2])
    for (const dense of [1, 1.5, 2, 2.5])
      for (const rarity of [0.5, 1]) settings.push({ ...FUSION, late, dense, rarity });
  return settings;
}

/** nDCG@10 of one centre: of all questions and of each kind. */
function score(centre: Meant, encoder: StaticEncoder | undefined, fusion: Fusion): Scores {
  const index = createSearchIndex(createBm25fRetriever(), fusion);
  for (const [n, pack] of centre.packs.entries()) index.add(pack, undefined, centre.meanings[n]);
  const byKind = new Map<string, number[]>([["all", []]]);
  for (const { q, kind, accepted } of centre.questions) {
    const { articles } = index.retrieve({ text: q, locale: centre.locale }, encoder?.query);
    const ranked = articles.slice(0, 10).map(({ pack, article }) => pack.articles[article]?.id ?? "");
    const value = ndcg10(ranked, accepted);
    byKind.get("all")?.push(value);
    byKind.set(kind, [...(byKind.get(kind) ?? []), value]);
  }
  return Object.fromEntries([...byKind].map(([kind, values]) => [kind, mean(values)]));
}

/** Mean over all questions of a kind, whatever the centre. */
function pooled(scores: readonly Scores[], kind: string, centres: readonly Meant[]): number {
  const counts = centres.map(({ questions }) => questions.filter((question) => question.kind === kind).length);
  const total = counts.reduce((sum, count) => sum + count, 0) || 1;
  return scores.reduce((sum, at, n) => sum + (at[kind] ?? 0) * (counts[n] ?? 0), 0) / total;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function short(value: number): string {
  return value.toFixed(3);
}
