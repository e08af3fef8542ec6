import type { Page } from "playwright-core";
import { atMost, type Figure } from "../figures";
import { type Heap, heapMeter } from "./heap";

/** Memory is watched in the second quarter of a run, when everything lazy has been loaded, and in the last. */
const QUARTER = 0.25;
/** Growth that is taken for noise. */
const ALLOWED = { megabytes: 2, objects: 2_000 };
const MB = 1e6;

/** Memory over a run. */
export interface MemoryWatch {
  /** To be called all along. @param share how much of the run is over, 0 to 1 */
  note(share: number): Promise<void>;
  figures(of: string): Figure[];
}

/** Compares the least memory of both quarters: a leak raises it, noise does not. */
export async function watchMemory(page: Page): Promise<MemoryWatch> {
  const meter = await heapMeter(page);
  const early: Heap[] = [];
  const late: Heap[] = [];
  const growth = (name: string, unit: string, allowed: number, read: (heap: Heap) => number): Figure => {
    if (early.length === 0 || late.length === 0) throw new Error("the run was too short to compare memory");
    const [before, after] = [early, late].map((heaps) => Math.min(...heaps.map(read))) as [number, number];
    const note = `from ${Number(before.toFixed(1))} to ${Number(after.toFixed(1))}`;
    return { name, value: after - before, unit, goal: atMost(allowed), note };
  };
  return {
    async note(share) {
      if (share > QUARTER && share <= 2 * QUARTER) early.push(await meter.measure());
      if (share > 1 - QUARTER) late.push(await meter.measure());
    },
    figures: (of) => [
      growth(`${of}: growth of the page's heap`, "MB", ALLOWED.megabytes, ({ pageBytes }) => pageBytes / MB),
      growth(`${of}: growth of the workers' heaps`, "MB", ALLOWED.megabytes, ({ workerBytes }) => workerBytes / MB),
      growth(`${of}: growth of DOM nodes`, "", ALLOWED.objects, ({ nodes }) => nodes),
      growth(`${of}: growth of event listeners`, "", ALLOWED.objects, ({ listeners }) => listeners),
    ],
  };
}
