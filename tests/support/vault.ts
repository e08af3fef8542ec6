import type { VaultEntry, VaultHeader } from "../../src/domain/vault";
import { sealVault } from "../../src/vault/seal-vault";

export const PASSPHRASE = "correct horse battery staple";

/** A vault as a site serves it. */
export interface ServedVault {
  readonly header: VaultHeader;
  /** Plain path to the path of its sealed file. */
  readonly paths: ReadonlyMap<string, string>;
  /** Answers as the site would, and with 404 for anything that is not of the vault. */
  readonly fetch: typeof fetch;
}

/** @param files texts by plain path below the base */
export async function servedVault(base: string, files: Readonly<Record<string, string>>): Promise<ServedVault> {
  const sealer = await sealVault({ passphrase: PASSPHRASE }, { iterations: 10 });
  const served = new Map<string, Uint8Array<ArrayBuffer>>();
  const entries: Record<string, VaultEntry> = {};
  for (const [path, text] of Object.entries(files)) {
    const { output, file } = await sealer.seal(path, new TextEncoder().encode(text));
    served.set(base + output.path, new Uint8Array(output.bytes));
    entries[path] = { ...file, type: "text/html" };
  }
  const { output, header } = await sealer.finish(entries);
  served.set(base + output.path, new Uint8Array(output.bytes));
  served.set(`${base}sealed/vault.json`, new TextEncoder().encode(JSON.stringify(header)));
  return {
    header,
    paths: new Map(Object.entries(entries).map(([path, file]) => [path, file.path])),
    fetch: async (address) => {
      const bytes = served.get(String(address));
      return bytes ? new Response(bytes) : new Response(null, { status: 404 });
    },
  };
}
