import { err, ok, type Result } from "../domain/result";
import { VAULT_FILE, type VaultError, type VaultHeader } from "../domain/vault";
import { fetchBytes, fetchOfVault, fetchSealed } from "../vault/fetch-sealed";
import { type OpenVault, openVault, sealedFile, type VaultSecret } from "../vault/open-vault";

export type { OpenVault, VaultSecret } from "../vault/open-vault";

/** The sealed part of a site, opened, as the page reads it. In memory alone. */
export interface SealedSite {
  /** For search's worker. */
  readonly vault: OpenVault;
  /** The plain bytes of a file; `undefined` where the vault has none under this path below the base. */
  read(path: string, signal?: AbortSignal): Promise<Result<Uint8Array<ArrayBuffer> | undefined, VaultError>>;
  /** Media type of a file that the vault has. */
  typeOf(path: string): string | undefined;
  /** A name for a sealed file that says nothing about it. */
  nameOf(path: string): string | undefined;
  /** The file with such a name. */
  named(name: string): string | undefined;
}

type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/**
 * Opens the site's sealed part. The browser's ordinary caches may keep the files as they are published: encrypted.
 *
 * @param base the site's base path
 * @param fetchFile replaced in tests
 */
export async function openSealedSite(
  base: string,
  secret: VaultSecret,
  fetchFile: Fetch = (url, init) => fetch(url, init),
): Promise<Result<SealedSite, VaultError>> {
  const header = await readHeader(base, fetchFile);
  if (!header.ok) return header;
  const vault = await openVault(header.value, secret, ({ path }) => fetchBytes(base, path, fetchFile));
  return vault.ok ? ok(sealedSite(base, vault.value, fetchFile)) : vault;
}

async function readHeader(base: string, fetchFile: Fetch): Promise<Result<VaultHeader, VaultError>> {
  const response = await fetchOfVault(base, VAULT_FILE, fetchFile, { cache: "no-cache" });
  if (!response.ok) return response;
  try {
    const header = (await response.value.json()) as VaultHeader;
    if (typeof header.index?.path === "string") return ok(header);
  } catch {
    // Something else in its place.
  }
  return err({ code: "vault-damaged", detail: `${VAULT_FILE}: ${response.value.headers.get("content-type")}` });
}

function sealedSite(base: string, vault: OpenVault, fetchFile: Fetch): SealedSite {
  const paths = new Map(Object.entries(vault.index.files).map(([path, file]) => [nameIn(file.path), path]));
  return {
    vault,
    read: (path, signal) => fetchSealed(vault, base, path, fetchFile, signal),
    typeOf: (path) => sealedFile(vault, path)?.type,
    nameOf: (path) => {
      const file = sealedFile(vault, path);
      return file && nameIn(file.path);
    },
    named: (name) => paths.get(name),
  };
}

/** `sealed/1f0c….bin` -> `1f0c…` */
function nameIn(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");
}
