import { encode } from "uqr";

/** A drawn QR code: dark squares on a light ground, one unit a module. */
export interface QrDrawing {
  /** Width and height in modules, the quiet zone included. */
  readonly size: number;
  /** Path data of the dark modules. */
  readonly path: string;
}

/** The light margin that the standard asks for, in modules. */
const QUIET_ZONE = 4;

/** Above this (of 40) the modules are too small for a phone that looks at a screen. */
const LARGEST_VERSION = 22;

/**
 * Draws an address as a QR code whose damage of up to 15 % can be mended.
 *
 * @returns `undefined` for an address that is too long
 */
export function drawQrCode(address: string): QrDrawing | undefined {
  let symbol: ReturnType<typeof encode>;
  try {
    symbol = encode(address, { ecc: "M", border: 0, maxVersion: LARGEST_VERSION });
  } catch {
    return undefined;
  }
  const rows = symbol.data.map((row, y) =>
    runs(row).map(([from, to]) => `M${from + QUIET_ZONE} ${y + QUIET_ZONE}h${to - from}v1H${from + QUIET_ZONE}z`),
  );
  return { size: symbol.size + 2 * QUIET_ZONE, path: rows.flat().join("") };
}

/** Stretches of dark modules, half-open: drawn as one, no hairline shows between them. */
function runs(row: readonly boolean[]): (readonly [from: number, to: number])[] {
  const found: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = found.at(-1);
    if (!dark) return;
    if (last?.[1] === x) last[1] = x + 1;
    else found.push([x, x + 1]);
  });
  return found;
}
