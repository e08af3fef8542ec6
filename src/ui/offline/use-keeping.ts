import { useEffect, useState } from "preact/hooks";
import { storageEstimate } from "../../client/offline/device-data";
import type { KeepState } from "../../client/offline/keeper";
import type { RootManifest } from "../../domain/pack";
import type { Keeping } from "./keeping";
import { type SectionGroup, sectionGroups } from "./section-groups";

/** What the panel shows; `groups` is `undefined` until it is known, and `"none"` when the list cannot be had. */
export interface KeepingView {
  readonly groups: readonly SectionGroup[] | "none" | undefined;
  readonly state: KeepState;
  readonly usage: Awaited<ReturnType<typeof storageEstimate>>;
  refresh(): void;
}

export function useKeeping({ store, content, keeper }: Keeping): KeepingView {
  const [manifest, setManifest] = useState<RootManifest | "none">();
  const [groups, setGroups] = useState<readonly SectionGroup[]>();
  const [state, setState] = useState<KeepState>(keeper.state.value);
  const [usage, setUsage] = useState<KeepingView["usage"]>();
  const [turn, setTurn] = useState(0);

  useEffect(() => {
    void content.lastRoot().then(async (root) => setManifest(root ?? (await store.release())?.manifest ?? "none"));
    return keeper.state.subscribe((next) => {
      setState(next);
      if (next.status !== "getting") setTurn((n) => n + 1);
    });
  }, [store, content, keeper]);

  // With every turn the device may hold something else.
  useEffect(() => {
    if (manifest === undefined || manifest === "none") return;
    void store.all().then((kept) => setGroups(sectionGroups(manifest, kept)));
    void storageEstimate().then(setUsage);
  }, [store, manifest, turn]);

  return { groups: manifest === "none" ? "none" : groups, state, usage, refresh: () => setTurn((n) => n + 1) };
}
