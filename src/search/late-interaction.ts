import type { PieceTable, SectionMeanings } from "../domain/encoder";

/** A passage by its place in its section. */
export interface PassagePlace {
  readonly meanings: SectionMeanings;
  readonly passage: number;
}

/**
 * Late interaction: for each piece of a query its best cosine among the pieces of a passage; of these the mean,
 * weighted by how much the query's piece says. So "keeps asking me to sign in" finds the passage that says
 * "session", "expires" and "log in", though the vectors of the two as wholes have drifted apart.
 *
 * What a query's piece has to do with a passage's is worked out once for all passages: near ones share most pieces.
 *
 * @param rarity what the collection says of a piece, see {@link MeaningShelf.rarity}
 * @returns a score of each passage, -1..1, 0 for those without pieces; undefined when no piece of the query counts
 */
export function lateScores(
  query: Uint32Array,
  table: PieceTable,
  rarity: (piece: number) => number,
  passages: readonly PassagePlace[],
): Float64Array | undefined {
  const { pieces, weights } = weigh(query, table, rarity);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) return undefined;
  const { rowOf, rows } = distinctPieces(passages, table.scales.length);
  const similarities = compare(pieces, rows, table);
  const best = new Float64Array(pieces.length);
  return Float64Array.from(passages, ({ meanings, passage }) => {
    const [start = 0, end = 0] = range(meanings, passage);
    if (start === end) return 0;
    best.fill(-1);
    for (let at = start; at < end; at++) {
      const row = (rowOf[meanings.pieces?.[at] as number] as number) * pieces.length;
      for (let j = 0; j < pieces.length; j++) {
        const similarity = similarities[row + j] as number;
        if (similarity > (best[j] as number)) best[j] = similarity;
      }
    }
    let sum = 0;
    for (let j = 0; j < pieces.length; j++) sum += (weights[j] as number) * (best[j] as number);
    return sum / total;
  });
}

/** A pasted page has hundreds of pieces: the heaviest say what it is about, and the others would only cost time. */
const MOST_PIECES = 64;

/** The different pieces of a query that count most, and how much; one that comes twice counts twice. */
function weigh(query: Uint32Array, { attention }: PieceTable, rarity: (piece: number) => number) {
  const counts = new Map<number, number>();
  for (const piece of query) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  const weighed = [...counts]
    .map(([piece, count]) => [piece, count * (attention[piece] ?? 0) * rarity(piece)] as const)
    .filter(([, weight]) => weight > 0)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST_PIECES);
  return {
    pieces: Uint32Array.from(weighed, ([piece]) => piece),
    weights: Float64Array.from(weighed, ([, weight]) => weight),
  };
}

/** The pieces that occur in any of the passages, each once, and where each stands among them. */
function distinctPieces(passages: readonly PassagePlace[], size: number) {
  const rowOf = new Int32Array(size).fill(-1);
  const rows = new Uint32Array(size);
  let count = 0;
  for (const { meanings, passage } of passages) {
    const [start = 0, end = 0] = range(meanings, passage);
    for (let at = start; at < end; at++) {
      const piece = meanings.pieces?.[at] as number;
      if (rowOf[piece] !== -1) continue;
      rowOf[piece] = count;
      rows[count++] = piece;
    }
  }
  return { rowOf, rows: rows.subarray(0, count) };
}

/**
 * The cosine of each row with each piece of the query, row after row.
 *
 * This is where a query's time goes, and a double holds more than one sum of products: two pieces of the query share
 * one, the second 2^26 higher up. Rows of up to 2,000 bytes add up to less than 2^25, so both come out exact. With
 * two doubles at a time a row is read once for four pieces: a quarter of the time of the plain loops.
 */
function compare(pieces: Uint32Array, rows: Uint32Array, { directions, dimensions, scales }: PieceTable): Float32Array {
  const count = pieces.length;
  const found = new Float32Array(rows.length * count);
  const packed = packQuery(pieces, directions, dimensions);
  const put = (row: number, n: number, pair: number): void => {
    const second = Math.round(pair / SECOND);
    const scale = scales[rows[row] as number] as number;
    const at = row * count + n;
    if (n < count) found[at] = (pair - second * SECOND) * scale * (scales[pieces[n] as number] as number);
    if (n + 1 < count) found[at + 1] = second * scale * (scales[pieces[n + 1] as number] as number);
  };
  for (let row = 0; row < rows.length; row++) {
    const start = (rows[row] as number) * dimensions;
    for (let n = 0, at = 0; n < count; n += 4) {
      let left = 0;
      let right = 0;
      for (let d = 0; d < dimensions; d++) {
        const value = directions[start + d] as number;
        left += value * (packed[at++] as number);
        right += value * (packed[at++] as number);
      }
      put(row, n, left);
      put(row, n + 2, right);
    }
  }
  return found;
}

const SECOND = 2 ** 26;

/** Four pieces after the other, two doubles a dimension, two pieces a double. */
function packQuery(pieces: Uint32Array, directions: Int8Array, dimensions: number): Float64Array {
  const packed = new Float64Array(Math.ceil(pieces.length / 4) * dimensions * 2);
  for (const [n, piece] of pieces.entries()) {
    const half = (n >> 1) & 1;
    for (let d = 0; d < dimensions; d++) {
      const at = ((n >> 2) * dimensions + d) * 2 + half;
      const value = directions[piece * dimensions + d] as number;
      packed[at] = (packed[at] as number) + (n & 1 ? value * SECOND : value);
    }
  }
  return packed;
}

function range({ offsets }: SectionMeanings, passage: number): readonly [number, number] | [] {
  return offsets ? [offsets[passage] as number, offsets[passage + 1] as number] : [];
}
