/** By version (1 to 10): what the standard gives for error correction level M. */
const TOTAL_CODEWORDS = [26, 44, 70, 100, 134, 172, 196, 242, 292, 346];
const CORRECTION_PER_BLOCK = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26];
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5];
const ALIGNMENT = [[], [18], [22], [26], [30], [34], [22, 38], [24, 42], [26, 46], [28, 50]];
const QUIET_ZONE = 4;
const BYTE_MODE = 4;
const LEVEL_M = 0;

const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/**
 * Reads a QR code (ISO/IEC 18004, level M, up to version 10, one byte segment) as it is drawn: a path of rectangles, one
 * unit a module, with its quiet zone. Written from the standard, and strict: every codeword has to be without error.
 *
 * @throws Error that says what is not as the standard has it
 */
export function readQrCode(path: string, drawn: number): string {
  const size = drawn - 2 * QUIET_ZONE;
  const version = (size - 17) / 4;
  if (!Number.isInteger(version) || version < 1 || version > 10) throw new Error(`No version has ${size} modules.`);
  const isDark = modules(path, size);
  expectFinders(isDark, size);
  const format = formatOf(isDark);
  if (format >> 3 !== LEVEL_M) throw new Error(`Level ${format >> 3}, expected M.`);
  const mask = MASKS[format & 7]!;
  const bits: number[] = [];
  for (const [x, y] of dataModules(size, version)) bits.push(Number(isDark(x, y) !== mask(x, y)));
  const codewords = Array.from({ length: TOTAL_CODEWORDS[version - 1]! }, (_, i) =>
    bits.slice(8 * i, 8 * i + 8).reduce((value, bit) => 2 * value + bit, 0),
  );
  return textOf(dataOf(codewords, version), version);
}

type Modules = (x: number, y: number) => boolean;

function modules(path: string, size: number): Modules {
  const dark = new Set<string>();
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)) {
    for (let i = 0; i < Number(width); i++) dark.add(`${Number(x) + i - QUIET_ZONE} ${Number(y) - QUIET_ZONE}`);
  }
  for (const place of dark) {
    const [x, y] = place.split(" ").map(Number);
    if (x! < 0 || y! < 0 || x! >= size || y! >= size) throw new Error("Something is drawn in the quiet zone.");
  }
  return (x, y) => dark.has(`${x} ${y}`);
}

function expectFinders(isDark: Modules, size: number): void {
  for (const [left, top] of [
    [0, 0],
    [size - 7, 0],
    [0, size - 7],
  ] as const) {
    for (let y = 0; y < 7; y++) {
      for (let x = 0; x < 7; x++) {
        const ring = Math.max(Math.abs(x - 3), Math.abs(y - 3));
        if (isDark(left + x, top + y) !== (ring !== 2)) throw new Error("A corner mark is broken.");
      }
    }
  }
}

/** Level (two bits) and mask (three). */
function formatOf(isDark: Modules): number {
  const places = [0, 1, 2, 3, 4, 5, 7, 8].map((y) => [8, y] as const);
  const rest = [7, 5, 4, 3, 2, 1, 0].map((x) => [x, 8] as const);
  const bits = [...places, ...rest].reduce((value, [x, y], i) => value | (Number(isDark(x, y)) << i), 0);
  return (bits ^ 0x5412) >> 10;
}

/** Modules that carry data, in their order: columns of two from the right, up and down in turn. */
function* dataModules(size: number, version: number): Generator<readonly [number, number]> {
  let upwards = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let i = 0; i < size; i++) {
      const y = upwards ? size - 1 - i : i;
      for (const x of [right, right - 1]) if (!isFunction(x, y, size, version)) yield [x, y];
    }
    upwards = !upwards;
  }
}

function isFunction(x: number, y: number, size: number, version: number): boolean {
  if (x === 6 || y === 6) return true;
  if ((x < 9 && y < 9) || (x < 9 && y >= size - 8) || (x >= size - 8 && y < 9)) return true;
  if (version >= 7 && ((x < 6 && y >= size - 11) || (y < 6 && x >= size - 11))) return true;
  const centres = [6, ...ALIGNMENT[version - 1]!];
  const last = centres.at(-1);
  return centres.some((cx) =>
    centres.some((cy) => {
      const isCorner = (cx === 6 && cy === 6) || (cx === 6 && cy === last) || (cx === last && cy === 6);
      return !isCorner && centres.length > 1 && Math.abs(x - cx) <= 2 && Math.abs(y - cy) <= 2;
    }),
  );
}

/** The data of all blocks, after every block's error correction was found to agree with it. */
function dataOf(codewords: readonly number[], version: number): number[] {
  const [count, correction] = [BLOCKS[version - 1]!, CORRECTION_PER_BLOCK[version - 1]!];
  const short = Math.floor(codewords.length / count) - correction;
  const longer = codewords.length % count;
  const blocks = Array.from({ length: count }, (): number[] => []);
  let at = 0;
  for (let i = 0; i <= short; i++) {
    blocks.forEach((block, b) => {
      if (i < short || b >= count - longer) block.push(codewords[at++]!);
    });
  }
  const data = blocks.flat();
  for (let i = 0; i < correction; i++) for (const block of blocks) block.push(codewords[at++]!);
  for (const block of blocks) {
    for (let i = 0; i < correction; i++) {
      const root = power(i);
      if (block.reduce((sum, codeword) => multiply(sum, root) ^ codeword, 0) !== 0)
        throw new Error("Errors in a block.");
    }
  }
  return data;
}

/** In the field of 256 elements modulo x^8 + x^4 + x^3 + x^2 + 1. */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ (product >> 7 ? 0x11d : 0);
    if ((b >> bit) & 1) product ^= a;
  }
  return product;
}

function power(exponent: number): number {
  return Array.from({ length: exponent }).reduce<number>((value) => multiply(value, 2), 1);
}

function textOf(data: readonly number[], version: number): string {
  const bits = data.map((codeword) => codeword.toString(2).padStart(8, "0")).join("");
  const lengthBits = version < 10 ? 8 : 16;
  if (Number.parseInt(bits.slice(0, 4), 2) !== BYTE_MODE) throw new Error("No byte segment.");
  const length = Number.parseInt(bits.slice(4, 4 + lengthBits), 2);
  const from = 4 + lengthBits;
  const bytes = Array.from({ length }, (_, i) => Number.parseInt(bits.slice(from + 8 * i, from + 8 * i + 8), 2));
  return new TextDecoder("utf-8", { fatal: true }).decode(new Uint8Array(bytes));
}
