import type { ManifestFile } from "../domain/pack";
import { err, ok, type Result } from "../domain/result";
import {
  MOST_VAULT_ITERATIONS,
  VAULT_VERSION,
  type VaultEntry,
  type VaultError,
  type VaultHeader,
  type VaultIndex,
} from "../domain/vault";
import { type Bytes, fromBase64url, hex } from "./bytes";
import { hostKeyBytes, passphraseKey, subkey, type VaultSecret, webCrypto, wrappingKey } from "./keys";
import { decryptFile } from "./sealed-bytes";
import { unwrapKey } from "./wrap";

export type { VaultSecret } from "./keys";

/** An open vault. It may be posted to a worker; nobody can take the key out of it. */
export interface OpenVault {
  /** AES-256-GCM, not extractable. */
  readonly key: CryptoKey;
  readonly index: VaultIndex;
}

/**
 * Opens a vault with one of its secrets. With a passphrase this takes some tenths of a second, on purpose.
 *
 * @param fetchFile the bytes of a file below the site's base; its error becomes that of opening
 */
export async function openVault(
  header: VaultHeader,
  secret: VaultSecret,
  fetchFile: (file: ManifestFile) => Promise<Result<Uint8Array, VaultError>>,
): Promise<Result<OpenVault, VaultError>> {
  const subtle = webCrypto();
  if (!subtle) return err({ code: "vault-needs-https" });
  const vaultKey = await openKey(subtle, header, secret);
  if (!vaultKey.ok) return vaultKey;
  const key = await subkey(subtle, vaultKey.value, "files");
  const sealed = await fetchFile(header.index);
  if (!sealed.ok) return sealed;
  const index = await readIndex(subtle, key, header.index, sealed.value);
  return index.ok ? ok({ key, index: index.value }) : index;
}

/**
 * The vault's own key, which only those who write a vault need.
 *
 * Errors: as {@link openVault}, without those of fetching.
 */
export async function openKey(
  subtle: SubtleCrypto,
  header: VaultHeader,
  secret: VaultSecret,
): Promise<Result<Bytes, VaultError>> {
  if (header.version !== VAULT_VERSION) return err({ code: "vault-version", detail: `version ${header.version}` });
  return "passphrase" in secret ? byPassphrase(subtle, header, secret) : byHostKey(subtle, header, secret);
}

async function byPassphrase(
  subtle: SubtleCrypto,
  { passphrase: wrapped }: VaultHeader,
  { passphrase }: { readonly passphrase: string },
): Promise<Result<Bytes, VaultError>> {
  if (!wrapped) return err({ code: "vault-other-secret", detail: "no passphrase opens it" });
  const { iterations } = wrapped;
  const salt = fromBase64url(wrapped.salt);
  // More than that would keep a device busy for minutes: nobody who means well writes it.
  if (!salt || !(Number.isInteger(iterations) && iterations > 0 && iterations <= MOST_VAULT_ITERATIONS))
    return err({ code: "vault-damaged", detail: "salt or iterations" });
  const key = await unwrapKey(subtle, wrapped, await passphraseKey(subtle, passphrase, salt, iterations));
  return key ? ok(key) : err({ code: "vault-wrong-key" });
}

async function byHostKey(
  subtle: SubtleCrypto,
  { hosted }: VaultHeader,
  { hostKey }: { readonly hostKey: string },
): Promise<Result<Bytes, VaultError>> {
  if (!hosted) return err({ code: "vault-other-secret", detail: "no key of a host opens it" });
  const bytes = hostKeyBytes(hostKey);
  if (!bytes) return err({ code: "vault-wrong-key", detail: "not 32 bytes as base64url" });
  const key = await unwrapKey(subtle, hosted, await wrappingKey(subtle, bytes));
  return key ? ok(key) : err({ code: "vault-wrong-key" });
}

async function readIndex(
  subtle: SubtleCrypto,
  key: CryptoKey,
  file: ManifestFile,
  sealed: Uint8Array,
): Promise<Result<VaultIndex, VaultError>> {
  const damaged = (found: string) => err<VaultError>({ code: "vault-damaged", detail: `${file.path}: ${found}` });
  const sha256 = hex(new Uint8Array(await subtle.digest("SHA-256", sealed.slice())));
  if (sha256 !== file.sha256) return damaged(`${sealed.length} bytes, SHA-256 ${sha256}`);
  const plain = await decryptFile(subtle, key, file.path, sealed);
  if (!plain) return damaged("tag");
  const index = JSON.parse(new TextDecoder().decode(plain)) as VaultIndex;
  if (index.version !== VAULT_VERSION) return err({ code: "vault-version", detail: `index ${index.version}` });
  return ok(index);
}

/** The sealed file that holds a plain path (`en/payroll/raise/index.html`); `undefined` when the vault has none. */
export function sealedFile({ index }: OpenVault, plainPath: string): VaultEntry | undefined {
  return Object.hasOwn(index.files, plainPath) ? index.files[plainPath] : undefined;
}

/**
 * The plain bytes of a sealed file.
 *
 * Errors: `vault-damaged` when the bytes are not those that were sealed under this path.
 *
 * @param path the sealed file's own, `sealed/….bin`
 */
export async function readSealed(
  { key }: OpenVault,
  path: string,
  bytes: Uint8Array,
): Promise<Result<Uint8Array<ArrayBuffer>, VaultError>> {
  const subtle = webCrypto();
  if (!subtle) return err({ code: "vault-needs-https" });
  const plain = await decryptFile(subtle, key, path, bytes);
  return plain ? ok(plain) : err({ code: "vault-damaged", detail: path });
}
