/** Made by `tools/traditional-map.ts` from opencc data when the bundle is built. */
declare module "virtual:traditional-map" {
  /** Traditional characters and, at the same index, their simplified ones. */
  export const traditional: string;
  export const simplified: string;
}
