import { originOf, type Surroundings } from "./standing";

/** What this document finds out about where it is shown. */
export function surroundingsOf(hosts: readonly string[]): Surroundings {
  const framed = window.parent !== window;
  return {
    framed,
    name: window.name,
    own: location.origin,
    hosts,
    parent: framed ? parentOrigin() : undefined,
    outer: [...(location.ancestorOrigins ?? [])].slice(1).flatMap((origin) => originOf(origin) ?? []),
    asked: new URLSearchParams(location.search).has("embed"),
  };
}

/** Firefox has only the referrer: that of the frame's first page, unless the host keeps it back. */
function parentOrigin(): string | undefined {
  const [nearest] = location.ancestorOrigins ?? [];
  if (nearest !== undefined) return originOf(nearest);
  const referrer = originOf(document.referrer);
  // Later pages of a frame come from the site itself, whoever is around it.
  return referrer === location.origin ? undefined : referrer;
}
