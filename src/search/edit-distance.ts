const KEYS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
const VOWELS = /^[aeiouy]{2}$/;
/** A letter replaced by an unrelated one is more often another word (cheap, cheat) than a slip. */
const UNRELATED = 1.5;

/**
 * What it costs to turn one folded word into another: 1 for a letter added, left out, swapped with its
 * neighbour, or replaced by another vowel or by a letter next to it on the keyboard, 1.5 for one
 * replaced otherwise (optimal string alignment). Anything above `limit` comes back as Infinity.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + replacement(a.charAt(i - 1), b.charAt(j - 1));
      let cost = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      best = Math.min(best, cost);
    }
    if (best > limit) return Number.POSITIVE_INFINITY;
    before = previous;
    previous = row;
  }
  const distance = previous[b.length] ?? 0;
  return distance > limit ? Number.POSITIVE_INFINITY : distance;
}

function replacement(from: string, to: string): number {
  if (from === to) return 0;
  return VOWELS.test(from + to) || areNeighbours(from, to) ? 1 : UNRELATED;
}

function areNeighbours(a: string, b: string): boolean {
  const [rowA, rowB] = [KEYS.findIndex((row) => row.includes(a)), KEYS.findIndex((row) => row.includes(b))];
  if (rowA < 0 || rowB < 0 || Math.abs(rowA - rowB) > 1) return false;
  return Math.abs((KEYS[rowA]?.indexOf(a) ?? 0) - (KEYS[rowB]?.indexOf(b) ?? 0)) <= 1;
}
