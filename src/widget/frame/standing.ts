import { FRAME_NAME } from "../protocol";

/** What a page can find out about where it is shown. */
export interface Surroundings {
  readonly framed: boolean;
  /** `window.name`, which a host's loader has set, or this page before. */
  readonly name: string;
  /** The site's own origin. */
  readonly own: string;
  /** Origins that the configuration allows; `https://*.example.com` for every host below it. */
  readonly hosts: readonly string[];
  /** Origin of the page around the frame, where the browser tells. */
  readonly parent: string | undefined;
  /** Origins of the pages around that one, where the browser tells. */
  readonly outer: readonly string[];
  /** The address asks for the embedded look. */
  readonly asked: boolean;
}

/** What follows for the page. */
export type Standing =
  /** It stays as it is. */
  | { readonly kind: "page" }
  /** It looks embedded, and speaks with nobody. */
  | { readonly kind: "embedded" }
  /** It looks embedded, and greets its host. */
  | { readonly kind: "bridge"; readonly host: string }
  /** It may not be shown there. */
  | { readonly kind: "refused"; readonly host: string };

/**
 * Whom a page belongs to. The name says whom the loader believes to be its host, which anybody could write; the browser
 * knows better where it tells, and a greeting is sent to that origin alone.
 */
export function standingOf({ framed, name, own, hosts, parent, outer, asked }: Surroundings): Standing {
  const named = name.startsWith(FRAME_NAME);
  const looks = asked || named;
  if (!framed) return { kind: looks ? "embedded" : "page" };
  const claimed = named ? originOf(name.slice(FRAME_NAME.length)) : undefined;
  const host = parent ?? claimed;
  // As `frame-ancestors` has it: an allowed host that is framed itself may be a bait.
  const stranger = [host, ...outer].find((origin) => origin !== undefined && !isAllowed(origin, own, hosts));
  if (stranger !== undefined) return { kind: "refused", host: stranger };
  if (claimed !== undefined && claimed === host) return { kind: "bridge", host };
  return { kind: looks ? "embedded" : "page" };
}

/** Whether a page of that origin may show the site and speak with it. */
export function isAllowed(origin: string, own: string, hosts: readonly string[]): boolean {
  return origin === own || hosts.some((host) => fits(origin, host));
}

/** Origin of an address, `undefined` for what has none: texts, `null`, `data:`. */
export function originOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { origin } = new URL(address);
  return origin === "null" ? undefined : origin;
}

function fits(origin: string, allowed: string): boolean {
  // A star elsewhere means nothing to browsers, and so nothing here.
  const [, scheme, below] = /^(https?:\/\/)\*(\..+)$/.exec(allowed.toLowerCase()) ?? [];
  if (scheme === undefined || below === undefined) return originOf(allowed) === origin;
  return origin.startsWith(scheme) && origin.endsWith(below);
}
