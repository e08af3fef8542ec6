import type { Quotation } from "../domain/answer";
import type { Reading } from "../domain/reader";
import type { Choice } from "./choose";
import type { Candidate } from "./evidence";
import { softmax } from "./span-shares";

/** An answer of more tokens is marked as a whole: by its best sentence. */
const LONGEST_SPAN = 48;

/** The words of the article that answer, with what answers most exactly marked in them. */
export function quote(
  choice: Choice,
  { article, pack, passage, text }: Candidate,
  reading: Reading | undefined,
): Quotation {
  const { start, end, form, best } = choice;
  const source = article.passages[passage];
  const [from, to] = (reading && bestSpan(reading, choice)) ?? best;
  return {
    article: article.id,
    title: article.title,
    kind: article.kind,
    section: pack.section,
    sectionTitle: pack.title,
    ...(article.updated !== undefined && { updated: article.updated }),
    ...(article.validUntil !== undefined && { validUntil: article.validUntil }),
    headings: source?.headings ?? [],
    anchor: source?.anchor ?? "",
    text: text.slice(start, end),
    form,
    highlight: [from - start, to - start],
  };
}

/** The stretch between the likeliest first and last token inside the quotation; undefined when none lies inside. */
function bestSpan({ offsets, starts, ends }: Reading, { start, end }: Choice): readonly [number, number] | undefined {
  const first = softmax(starts);
  const last = softmax(ends);
  let best: readonly [number, number] | undefined;
  let bestChance = 0;
  for (let from = 0; from < first.length; from++) {
    const begin = offsets[2 * from] as number;
    if (begin < start || begin >= end) continue;
    for (let to = from; to < Math.min(first.length, from + LONGEST_SPAN); to++) {
      const stop = offsets[2 * to + 1] as number;
      if (stop > end) break;
      const chance = (first[from] as number) * (last[to] as number);
      // Some tokens stand for nothing to be seen.
      if (chance <= bestChance || stop <= begin) continue;
      bestChance = chance;
      best = [begin, stop];
    }
  }
  return best;
}
