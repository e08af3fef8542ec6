/** Made by `tools/traditional-map.ts` from opencc data when the bundle is built. */
declare module "virtual:traditional-map" {
  /** Pairs of numbers in base 36, see `encodeDeltas` there. */
  export const deltas: string;
}
