/** Pseudo-random numbers that are the same in every run. */
export interface Random {
  /** 0 ≤ x < 1 */
  next(): number;
  /** An integer, 0 ≤ n < `below`. */
  below(below: number): number;
  pick<T>(items: readonly T[]): T;
}

/** Mulberry32: small, and random enough to shuffle words. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    pick(items) {
      if (items.length === 0) throw new Error("nothing to pick from");
      return items[below(items.length)]!;
    },
  };
}
