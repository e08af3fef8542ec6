import type { MeaningStore } from "../storage/meaning-store";
import type { SectionStore } from "../storage/section-store";
import { fetchSealed } from "../vault/fetch-sealed";
import { type OpenVault, sealedFile } from "../vault/open-vault";
import type { ContentSource } from "./content-source";

/** Lays a vault over the site, once there is one: what it holds is decrypted in memory, and never stored. */
export interface VaultOverlay {
  /** From now on. Called before anything is loaded. */
  use(vault: OpenVault): void;
  /** Answers for the files that the vault holds; all others are fetched. */
  readonly fetch: typeof fetch;
  /** The source, watched: packs that come from the open site may be kept. */
  watched(source: ContentSource): ContentSource;
  /** A store that keeps nothing but what is open. */
  sections(store: SectionStore): SectionStore;
  meanings(store: MeaningStore): MeaningStore;
}

/** @param fetchFile replaced in tests */
export function createVaultOverlay(
  base: string,
  fetchFile: typeof fetch = (...request) => fetch(...request),
): VaultOverlay {
  let vault: OpenVault | undefined;
  /** SHA-256 of packs that came from the open site. Whatever is not known to be open is not stored. */
  const open = new Set<string>();
  const mayKeep = ({ sha256 }: { readonly sha256: string }) => !vault || open.has(sha256);
  return {
    use(opened) {
      vault = opened;
    },
    fetch: async (input, init) => {
      const path =
        typeof input === "string" && input.startsWith(base) ? plainPath(input.slice(base.length)) : undefined;
      if (!vault || path === undefined) return fetchFile(input, init);
      const read = await fetchSealed(vault, base, path, fetchFile, init?.signal ?? undefined);
      if (!read.ok) {
        if (read.error.code === "vault-unreachable") throw new TypeError(read.error.detail);
        if (read.error.code === "vault-signed-out") return new Response(null, { status: 401 });
        // Something else in its place, as whoever asked will find out.
        return new Response(null);
      }
      return read.value ? new Response(read.value) : fetchFile(input, init);
    },
    watched: (source) => ({
      manifest: () => source.manifest(),
      async pack(file) {
        const pack = await source.pack(file);
        if (pack.ok && !(vault && sealedFile(vault, file.path))) open.add(file.sha256);
        return pack;
      },
    }),
    sections: (store) => ({
      get: (key) => store.get(key),
      keys: (locale) => store.keys(locale),
      put: async (section) => {
        if (mayKeep(section)) await store.put(section);
      },
      retain: async (locale, keys) => {
        // The names of sealed sections are not the open site's: what they leave out may be just what that has.
        if (!vault) await store.retain(locale, keys);
      },
    }),
    meanings: (store) => ({
      get: (key) => store.get(key),
      put: async (meanings) => {
        if (mayKeep(meanings)) await store.put(meanings);
      },
      retain: async (locale, keys) => {
        if (!vault) await store.retain(locale, keys);
      },
    }),
  };
}

function plainPath(address: string): string {
  return address.split(/[?#]/)[0]!.split("/").map(decodeURIComponent).join("/");
}
