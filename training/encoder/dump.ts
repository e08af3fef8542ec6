import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PACK_VERSION, type PackArticle, type SectionPack } from "../../src/domain/pack";
import { createBm25fRetriever } from "../../src/search/bm25f-retriever";
import { RANKING } from "../../src/search/ranking";
import { foldText } from "../../src/text/fold";
import { CENTRES, type Centre, loadCentre } from "../centre";

type Dumped = Omit<Centre, "questions"> & {
  readonly questions: readonly Pick<Centre["questions"][number], "id" | "q" | "kind" | "accepted">[];
};

/** A support passage as `prepare.ts` leaves it. */
interface SupportRow {
  readonly id: string;
  readonly domain: string;
  readonly title: string;
  readonly text: string;
  readonly questions: readonly Pick<Dumped["questions"][number], "q" | "kind">[];
}

/**
 * Writes passages, questions and lexical scores of help centres, one JSON file each, for `evaluate.py`.
 *
 * @param args target folder, folder of labelled centres, then files of support passages: each domain is a centre too
 */
export async function main([target = "", centres = "", ...support]: readonly string[]): Promise<void> {
  for (const name of CENTRES) dump(target, await loadCentre(centres, name));
  for (const file of support) {
    const rows = readFileSync(file, "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as SupportRow);
    const locale = file.includes(".zh") ? "zh" : "en";
    for (const domain of new Set(rows.map((row) => row.domain))) {
      dump(
        target,
        ofDomain(
          locale,
          rows.filter((row) => row.domain === domain),
        ),
      );
    }
  }
}

/** The passages of one domain as articles of a centre, named after the first of them. */
function ofDomain(locale: string, rows: readonly SupportRow[]): Dumped {
  const articles = rows.map(
    ({ id, title, text }): PackArticle => ({
      id,
      title,
      description: "",
      kind: "faq",
      tags: [],
      alsoAskedAs: [],
      passages: [{ anchor: "", headings: [], text }],
    }),
  );
  const pack: SectionPack = { version: PACK_VERSION, locale, section: "", title: "", articles };
  const questions = rows.flatMap(({ id, questions }) =>
    questions.map(({ q, kind }, n) => ({ id: `${id}.${n}`, q, kind, accepted: [id] })),
  );
  return { name: `support.${locale}.${rows[0]?.id}`, locale, packs: [pack], questions };
}

function dump(target: string, { name, locale, packs, questions }: Dumped): void {
  const retriever = createBm25fRetriever({ ...RANKING, cutoff: 0 });
  for (const pack of packs) retriever.add(pack);
  const articles = packs.flatMap((pack) => pack.articles);
  const number = new Map(articles.map(({ id }, at) => [id, at]));
  const passages = articles.flatMap((article, a) =>
    (article.passages.length > 0 ? article.passages : [{ headings: [], text: article.description }]).map(
      ({ headings, text }) => ({
        a,
        title: clean(article.title),
        asked: article.alsoAskedAs.map(clean),
        headings: headings.map(clean),
        text: clean(text),
      }),
    ),
  );
  const queries = questions.map(({ id, q, kind, accepted }) => {
    const { articles: found, matched } = retriever.retrieve({ text: q, locale });
    return {
      id,
      q: clean(q),
      corrections: matched.corrections,
      kind,
      accepted: accepted.map((one) => number.get(one) ?? -1),
      lexical: found.map(({ pack, article, score }) => [number.get(pack.articles[article]?.id ?? "") ?? -1, score]),
    };
  });
  writeFileSync(join(target, `${name}.json`), JSON.stringify({ name, articles: articles.length, passages, queries }));
}

function clean(text: string): string {
  return foldText(text).replace(/\s+/g, " ").trim();
}
