import type { SectionMeanings } from "../domain/encoder";

/** The cosine of a unit vector with each passage of a section, to the rounding of the stored vectors. */
export function cosines({ vectors, dimensions }: SectionMeanings, vector: Float32Array): Float64Array {
  const found = new Float64Array(dimensions === vector.length ? vectors.length / dimensions : 0);
  for (let passage = 0, at = 0; passage < found.length; passage++) {
    let sum = 0;
    for (let d = 0; d < dimensions; d++) sum += (vector[d] as number) * (vectors[at++] as number);
    found[passage] = sum / 127;
  }
  return found;
}

/** Positions of the highest scores, best first; of equal ones the first. */
export function highest(scores: Float64Array, count: number): number[] {
  const best: number[] = [];
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] as number;
    if (best.length >= count && !(score > (scores[best[best.length - 1] as number] as number))) continue;
    let low = 0;
    let high = best.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((scores[best[middle] as number] as number) >= score) low = middle + 1;
      else high = middle;
    }
    best.splice(low, 0, at);
    if (best.length > count) best.pop();
  }
  return best;
}
