import { createHash } from "node:crypto";
import type { OutputFile } from "../packs";
import { pathToHref } from "./html";

/** Scripts beyond this size come when they are first used (bytes). */
const LARGEST_PRECACHED = 300_000;

export interface ServiceWorkerSite {
  readonly base: string;
  readonly locales: readonly string[];
  readonly defaultLocale: string;
  /** Addresses below `<locale>/` of the site's own pages. */
  readonly ownPages: readonly string[];
}

/**
 * The service worker with the site's own list of files. Its bytes depend on the app and the site's languages, not on
 * the content: an edited article is no new version of the app.
 *
 * @param script as Vite built it, with its two marks
 * @param files what the app brings along; scripts, styles, icons and the web app manifests among them are precached
 * @throws Error when the script has lost a mark
 */
export function serviceWorkerFile(script: string, files: readonly OutputFile[], site: ServiceWorkerSite): OutputFile {
  const entries = files
    .filter(isPrecached)
    .map(({ path, bytes }) => ({
      url: site.base + pathToHref(path),
      // Hashed names need no revision. A login page in a file's place fails the hash, and the installation with it.
      revision: path.startsWith("assets/") ? null : digest(bytes, "hex").slice(0, 12),
      integrity: `sha256-${digest(bytes, "base64")}`,
    }))
    .sort((a, b) => (a.url < b.url ? -1 : 1));
  const facts = {
    version: digest(Buffer.from(JSON.stringify(entries)), "hex").slice(0, 12),
    locales: site.locales,
    defaultLocale: site.defaultLocale,
    ownPages: site.ownPages,
  };
  const marks: readonly (readonly [string, unknown])[] = [
    ["self.__WB_MANIFEST", entries],
    ["self.__SITE_FACTS__", facts],
  ];
  let text = script;
  for (const [mark, value] of marks) {
    if (text.split(mark).length !== 2) throw new Error(`sw.js must name ${mark} once; build the app again.`);
    text = text.replace(mark, () => JSON.stringify(value));
  }
  return { path: "sw.js", bytes: Buffer.from(text) };
}

/** The models, the answering runtime and notices are left out: they come when they are needed, if ever. */
function isPrecached({ path, bytes }: OutputFile): boolean {
  if (/^assets\/[^/]+\.(js|css)$/.test(path)) return bytes.length <= LARGEST_PRECACHED;
  return /^([^/]+\.(png|svg|ico)|[^/]+\/app\.webmanifest)$/.test(path);
}

function digest(bytes: Uint8Array, encoding: "hex" | "base64"): string {
  return createHash("sha256").update(bytes).digest(encoding);
}
