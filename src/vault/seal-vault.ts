import type { ManifestFile } from "../domain/pack";
import {
  VAULT_FOLDER,
  VAULT_ITERATIONS,
  VAULT_VERSION,
  type VaultEntry,
  type VaultHeader,
  type VaultIndex,
} from "../domain/vault";
import { type Bytes, base64url, concat, hex, utf8 } from "./bytes";
import { hostKeyBytes, IV_BYTES, KEY_BYTES, passphraseKey, subkey, webCrypto, wrappingKey } from "./keys";
import { openKey } from "./open-vault";
import { encryptFile } from "./sealed-bytes";
import { wrapKey } from "./wrap";

/** What shall open a vault: one of them, or either of both. */
export interface VaultSecrets {
  readonly passphrase?: string | undefined;
  /** 32 bytes, base64url. */
  readonly hostKey?: string | undefined;
}

export interface SealOptions {
  /** The header of the vault that the new one replaces. */
  readonly earlier?: VaultHeader | undefined;
  /** Rounds of PBKDF2; fewer in tests. */
  readonly iterations?: number | undefined;
}

/** A sealed file, to be written below the site's base. */
export interface SealedOutput {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Encrypts the files of one vault. */
export interface VaultSealer {
  /** @param path plain path below the site's base */
  seal(path: string, plain: Uint8Array): Promise<{ output: SealedOutput; file: ManifestFile }>;
  /** Encrypts the index, which makes the header. */
  finish(files: VaultIndex["files"]): Promise<{ output: SealedOutput; header: VaultHeader }>;
}

/** Plain path of the index. No page of a site has it. */
const INDEX = `${VAULT_FOLDER}/index.json`;
/** Bytes of the HMAC that name a sealed file. */
const NAME_BYTES = 16;
const SALT_BYTES = 16;

/**
 * Begins a vault. Equal input gives equal bytes where `earlier` was sealed with the same secrets: its key is used
 * again then, so that an article that has not changed keeps its file and no reader fetches it twice. With other secrets
 * (one changed, added or taken away) the vault gets a new key: the old ones open nothing that is written from now on.
 *
 * @throws Error without a secret, with a host key that is none, and where there is no WebCrypto
 */
export async function sealVault(
  secrets: VaultSecrets,
  { earlier, iterations = VAULT_ITERATIONS }: SealOptions = {},
): Promise<VaultSealer> {
  const subtle = webCrypto();
  if (!subtle) throw new Error("There is no WebCrypto here.");
  if (secrets.passphrase === undefined && secrets.hostKey === undefined) throw new Error("A vault needs a secret.");
  const known = earlier && (await keyOf(subtle, earlier, secrets, iterations));
  const vaultKey = known ?? crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  const wrapped =
    known && earlier
      ? {
          ...(earlier.passphrase && { passphrase: earlier.passphrase }),
          ...(earlier.hosted && { hosted: earlier.hosted }),
        }
      : await wrap(subtle, vaultKey, secrets, iterations);
  const [files, vectors, names] = await Promise.all([
    subkey(subtle, vaultKey, "files"),
    subkey(subtle, vaultKey, "initialization vectors"),
    subkey(subtle, vaultKey, "names"),
  ]);
  const seal: VaultSealer["seal"] = async (plainPath, plain) => {
    // No path holds a NUL, so that no two pairs of path and bytes give the same text.
    const text = concat(utf8(`${plainPath}\0`), plain);
    const sign = async (key: CryptoKey) => new Uint8Array(await subtle.sign("HMAC", key, text));
    const path = `${VAULT_FOLDER}/${hex((await sign(names)).slice(0, NAME_BYTES))}.bin`;
    // AES-GCM must never see one IV with two texts. This one is a keyed hash of path and bytes: it comes again only for
    // the same file, whose ciphertext then is the same too, and tells nothing to who lacks the key.
    const iv = (await sign(vectors)).slice(0, IV_BYTES);
    const bytes = await encryptFile(subtle, files, path, iv, plain);
    const sha256 = hex(new Uint8Array(await subtle.digest("SHA-256", bytes)));
    return { output: { path, bytes }, file: { path, size: bytes.length, sha256 } };
  };
  return {
    seal,
    async finish(entries) {
      const sorted = Object.entries<VaultEntry>(entries).sort(([a], [b]) => (a < b ? -1 : 1));
      const index: VaultIndex = { version: VAULT_VERSION, files: Object.fromEntries(sorted) };
      const { output, file } = await seal(INDEX, utf8(JSON.stringify(index)));
      return { output, header: { version: VAULT_VERSION, ...wrapped, index: file } };
    },
  };
}

/** The key of an earlier vault, if just these secrets open it, and with as much work. */
async function keyOf(
  subtle: SubtleCrypto,
  earlier: VaultHeader,
  { passphrase, hostKey }: VaultSecrets,
  iterations: number,
): Promise<Bytes | undefined> {
  if ((earlier.passphrase !== undefined) !== (passphrase !== undefined)) return undefined;
  if ((earlier.hosted !== undefined) !== (hostKey !== undefined)) return undefined;
  if (earlier.passphrase && earlier.passphrase.iterations !== iterations) return undefined;
  const opened = await Promise.all([
    ...(passphrase === undefined ? [] : [openKey(subtle, earlier, { passphrase })]),
    ...(hostKey === undefined ? [] : [openKey(subtle, earlier, { hostKey })]),
  ]);
  const keys = opened.flatMap((result) => (result.ok ? [result.value] : []));
  const [key] = keys;
  if (!key || keys.length < opened.length) return undefined;
  return keys.every((other) => hex(other) === hex(key)) ? key : undefined;
}

async function wrap(
  subtle: SubtleCrypto,
  vaultKey: Bytes,
  { passphrase, hostKey }: VaultSecrets,
  iterations: number,
): Promise<Pick<VaultHeader, "passphrase" | "hosted">> {
  const header: { -readonly [K in "passphrase" | "hosted"]?: VaultHeader[K] } = {};
  if (passphrase !== undefined) {
    const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
    const wrapping = await passphraseKey(subtle, passphrase, salt, iterations);
    header.passphrase = { salt: base64url(salt), iterations, ...(await wrapKey(subtle, vaultKey, wrapping)) };
  }
  if (hostKey !== undefined) {
    const bytes = hostKeyBytes(hostKey);
    if (!bytes) throw new Error("A host's key is 32 bytes, written as 43 characters of base64url.");
    header.hosted = await wrapKey(subtle, vaultKey, await wrappingKey(subtle, bytes));
  }
  return header;
}
