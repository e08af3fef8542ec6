import type { RootManifest, SectionEntry } from "../../domain/pack";
import { err, ok, type Result } from "../../domain/result";
import { cacheName } from "../../storage/caches";
import type { WholeSection } from "../../storage/database";
import type { KeptStore } from "../../storage/kept-store";
import { type Watchable, watchable } from "../watchable";
import { fetchFiles, type KeepFault } from "./fetch-files";
import { pruneKept } from "./prune-kept";
import { filesOf, type SiteContent, sectionsByKey } from "./site-content";

/** What "keep for offline" is doing. */
export type KeepState =
  | { readonly status: "idle" }
  /** Bytes, of `total` in all; other files of the sections that were there before count as loaded. */
  | { readonly status: "getting"; readonly loaded: number; readonly total: number }
  | { readonly status: "done" }
  /** `missing` bytes there is no room for, when that is known. */
  | { readonly status: "failed"; readonly fault: KeepFault; readonly missing?: number };

/** Keeps sections on the device, whole, and brings them up to date. One per page. */
export interface Keeper {
  readonly state: Watchable<KeepState>;
  /** Gets sections with all their files. Call it from a click: it asks the browser to keep the storage. */
  keep(keys: readonly string[]): Promise<void>;
  /** Goes on with what an earlier page began and could not finish, unless the reader has stopped it. */
  resume(): Promise<void>;
  /** Stops; what has arrived stays, and `keep` goes on from there. */
  cancel(): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
  /** Brings kept sections to a release. The old copies serve until all new files are there. */
  update(
    manifest: RootManifest,
    onBytes?: (bytes: number) => void,
  ): Promise<Result<readonly WholeSection[], KeepFault>>;
}

interface KeeperOptions {
  readonly base: string;
  readonly store: KeptStore;
  readonly content: SiteContent;
}

/** Room that is left over: browsers count more than the bytes of the files. */
const MARGIN = 1.15;

export function createKeeper({ base, store, content }: KeeperOptions): Keeper {
  const state = watchable<KeepState>({ status: "idle" });
  let running: AbortController | undefined;
  const open = () => caches.open(cacheName(base, "files"));

  /** Gets whole copies of the sections into the cache; nothing refers to them yet. */
  const get = async (
    wanted: ReadonlyMap<string, SectionEntry>,
    manifest: RootManifest,
    signal: AbortSignal,
    onBytes: (bytes: number) => void,
  ): Promise<Result<WholeSection[], KeepFault>> => {
    const copies: WholeSection[] = [];
    let before = 0;
    try {
      const cache = await open();
      for (const [key, entry] of wanted) {
        const section = await content.section(entry.manifest);
        if (!section) return err(signal.aborted ? "cancelled" : "unreachable");
        const fetched = await fetchFiles(cache, filesOf(section), {
          base,
          signal,
          onBytes: (bytes) => onBytes(before + bytes),
        });
        if (!fetched.ok) return fetched;
        before += entry.bytes;
        copies.push({
          key,
          copy: { content: manifest.content, file: entry.manifest, manifest: section, at: Date.now() },
        });
      }
      return ok(copies);
    } catch {
      return err("storage");
    }
  };

  /** What did not come, or came otherwise, may be a gate's doing: the manifest tells. */
  const named = async (fault: KeepFault): Promise<KeepFault> => {
    const mayBeGate = fault === "changed" || fault === "unreachable";
    return mayBeGate && (await content.access()) === "signed-out" ? "signed-out" : fault;
  };

  const run = async (keys: readonly string[]): Promise<void> => {
    running?.abort();
    const controller = new AbortController();
    running = controller;
    const outcome = await alone(base, controller.signal, async () => {
      const manifest = await content.root();
      if (!manifest) return err<KeepFault>("unreachable");
      const known = sectionsByKey(manifest);
      const wanted = new Map(keys.flatMap((key) => (known.has(key) ? [[key, known.get(key)!] as const] : [])));
      const total = [...wanted.values()].reduce((sum, { bytes }) => sum + bytes, 0);
      const show = (loaded: number) => {
        if (!controller.signal.aborted) state.set({ status: "getting", loaded: Math.min(loaded, total), total });
      };
      show(0);
      let whole = 0;
      // Section by section: what is whole serves at once, and stays whatever becomes of the rest.
      for (const [key, entry] of wanted) {
        const one = new Map([[key, entry]]);
        const copies = await get(one, manifest, controller.signal, (bytes) => show(whole + bytes));
        if (!copies.ok) return copies;
        if (!(await store.activate(copies.value))) return err<KeepFault>("storage");
        whole += entry.bytes;
      }
      if (!(await store.release())) await store.putRelease({ key: "release", manifest, at: Date.now(), changed: [] });
      return ok(undefined);
    });
    if (running !== controller) return;
    running = undefined;
    if (outcome.ok) state.set({ status: "done" });
    else if (outcome.error === "cancelled") state.set({ status: "idle" });
    else state.set({ status: "failed", fault: await named(outcome.error) });
  };

  return {
    state,
    async keep(keys) {
      if (!("caches" in globalThis)) return state.set({ status: "failed", fault: "storage" });
      // Before anything is waited for: browsers tie the request to the click.
      const persisted = navigator.storage?.persist?.().catch(() => false);
      if (!(await store.want(keys))) return state.set({ status: "failed", fault: "storage" });
      await persisted;
      const manifest = (await store.release())?.manifest ?? (await content.lastRoot());
      const entries = manifest ? sectionsByKey(manifest) : new Map<string, SectionEntry>();
      const missing = await missingRoom(keys.reduce((sum, key) => sum + (entries.get(key)?.bytes ?? 0), 0));
      if (missing > 0) {
        await store.pause(keys);
        return state.set({ status: "failed", fault: "quota", missing });
      }
      await run(keys);
    },
    async resume() {
      const unfinished = (await store.all()).filter(({ copy, paused }) => !copy && !paused).map(({ key }) => key);
      if (unfinished.length > 0 && !running) await run(unfinished);
    },
    async cancel() {
      const stopped = running;
      running = undefined;
      stopped?.abort();
      await store.pause((await store.all()).filter(({ copy }) => !copy).map(({ key }) => key));
      state.set({ status: "idle" });
    },
    async remove(keys) {
      await store.drop(keys);
      await pruneKept(base, await store.all());
    },
    async update(manifest, onBytes = () => {}) {
      const known = sectionsByKey(manifest);
      const wanted = new Map<string, SectionEntry>();
      for (const { key, copy } of await store.all()) {
        const entry = known.get(key);
        if (copy && entry && entry.manifest.sha256 !== copy.file.sha256) wanted.set(key, entry);
      }
      if (wanted.size === 0) return ok([]);
      const controller = new AbortController();
      const copies = await alone(base, controller.signal, () => get(wanted, manifest, controller.signal, onBytes));
      return copies.ok ? copies : err(await named(copies.error));
    },
  };
}

/** Bytes that the device lacks; 0 when there is room, or when nobody can tell. */
async function missingRoom(bytes: number): Promise<number> {
  const { quota, usage } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {};
  if (quota === undefined || usage === undefined) return 0;
  return Math.max(0, Math.ceil(bytes * MARGIN - (quota - usage)));
}

/** One tab at a time: another one's run is waited for, and then finds its files there. */
async function alone<T>(
  base: string,
  signal: AbortSignal,
  work: () => Promise<Result<T, KeepFault>>,
): Promise<Result<T, KeepFault>> {
  const locks = (navigator as Partial<Navigator>).locks;
  if (!locks) return work();
  try {
    return await locks.request(`pocket-help:${base}:keep`, { signal }, work);
  } catch {
    return err(signal.aborted ? "cancelled" : "storage");
  }
}
