import { createKeeper, type Keeper } from "../../client/offline/keeper";
import { type KeptContent, keptContentOf } from "./kept-content";

/** What it takes to keep content on the device; one of each per page. */
export interface Keeping extends KeptContent {
  readonly keeper: Keeper;
}

let keeping: Keeping | undefined;

export function keepingOf(base: string): Keeping {
  if (!keeping) {
    const kept = keptContentOf(base);
    keeping = { ...kept, keeper: createKeeper({ base, ...kept }) };
  }
  return keeping;
}
