/** A row near another one. */
export interface NearRow {
  readonly row: number;
  /** Cosine, plus what being of one group adds. */
  readonly score: number;
}

/** Length of a unit vector in int8. */
export const UNIT = 127;
/** Three sums of products share one double, each 2^17 above the last: a sum of rows of that length is below 2^15. */
const STEP = 2 ** 17;
const PACKED = 3;
/** Rows that are compared with a packed one at a time: it is read once for all of them. */
const TOGETHER = 4;

/**
 * For each row the nearest others, best first; of equally near ones the first. Every pair is compared, in whole
 * numbers, so that the result does not depend on order, machine or engine: 10,000 rows of 256 numbers take seconds.
 *
 * @param rows unit vectors x 127; those that are all zero are near to nothing
 * @param count how many to find for each
 * @param groups a number for each row: rows with the same one are nearer by `bonus`
 */
export function nearestRows(
  rows: readonly Int8Array[],
  count: number,
  groups: Int32Array = new Int32Array(rows.length),
  bonus = 0,
): NearRow[][] {
  const dimensions = rows[0]?.length ?? 0;
  const near = new NearestSoFar(rows.length, count);
  const packed = new Float64Array(dimensions);
  const spare = new Int8Array(dimensions);
  const known = rows.map((row) => row.some((value) => value !== 0));
  const extra = bonus * UNIT * UNIT;
  const offer = (a: number, b: number, product: number): void => {
    if (b >= rows.length || a >= b || !known[a] || !known[b]) return;
    const score = groups[a] === groups[b] ? product + extra : product;
    near.offer(a, b, score);
    near.offer(b, a, score);
  };
  const unpack = (a: number, first: number, sum: number): void => {
    const high = Math.round(sum / (STEP * STEP));
    const rest = sum - high * STEP * STEP;
    const middle = Math.round(rest / STEP);
    offer(a, first, rest - middle * STEP);
    offer(a, first + 1, middle);
    offer(a, first + 2, high);
  };
  for (let first = 0; first < rows.length; first += PACKED) {
    pack(packed, rows[first]!, rows[first + 1] ?? spare, rows[first + 2] ?? spare);
    // A pair is met once: rows behind the packed ones meet them when they are packed themselves.
    for (let a = 0; a < first + PACKED; a += TOGETHER) {
      const [p, q, r, s] = [rows[a] ?? spare, rows[a + 1] ?? spare, rows[a + 2] ?? spare, rows[a + 3] ?? spare];
      let [one, two, three, four] = [0, 0, 0, 0];
      for (let d = 0; d < dimensions; d++) {
        const value = packed[d] as number;
        one += value * (p[d] as number);
        two += value * (q[d] as number);
        three += value * (r[d] as number);
        four += value * (s[d] as number);
      }
      unpack(a, first, one);
      unpack(a + 1, first, two);
      unpack(a + 2, first, three);
      unpack(a + 3, first, four);
    }
  }
  return rows.map((_, row) => near.of(row).map((found) => ({ ...found, score: found.score / (UNIT * UNIT) + 0 })));
}

function pack(packed: Float64Array, a: Int8Array, b: Int8Array, c: Int8Array): void {
  for (let d = 0; d < packed.length; d++) {
    packed[d] = (a[d] as number) + STEP * ((b[d] as number) + STEP * (c[d] as number));
  }
}

/** The best of each row while pairs come in, in any order. */
class NearestSoFar {
  readonly #count: number;
  readonly #rows: Int32Array;
  readonly #scores: Float64Array;

  constructor(size: number, count: number) {
    this.#count = count;
    this.#rows = new Int32Array(size * count).fill(-1);
    this.#scores = new Float64Array(size * count).fill(Number.NEGATIVE_INFINITY);
  }

  offer(row: number, other: number, score: number): void {
    const start = row * this.#count;
    let at = start + this.#count - 1;
    if (!this.#better(at, other, score)) return;
    for (; at > start && this.#better(at - 1, other, score); at--) {
      this.#rows[at] = this.#rows[at - 1] as number;
      this.#scores[at] = this.#scores[at - 1] as number;
    }
    this.#rows[at] = other;
    this.#scores[at] = score;
  }

  of(row: number): NearRow[] {
    const found: NearRow[] = [];
    for (let at = row * this.#count; at < (row + 1) * this.#count; at++) {
      if (this.#rows[at] !== -1) found.push({ row: this.#rows[at] as number, score: this.#scores[at] as number });
    }
    return found;
  }

  #better(at: number, row: number, score: number): boolean {
    const held = this.#scores[at] as number;
    return score > held || (score === held && row < (this.#rows[at] as number));
  }
}
