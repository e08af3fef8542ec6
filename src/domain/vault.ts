import type { ManifestFile } from "./pack";

// Sealed articles. A site with sealed sections is built twice: as if these sections did not exist, and whole. What the
// whole site has and the open one has not is the vault: pages, packs, pictures, each encrypted into a file of its own.
// Whoever has the key lays the vault over the open site, in memory.

/** Raised whenever the vault's format changes. */
export const VAULT_VERSION = 1;

/** Folder of the vault below the site's base. */
export const VAULT_FOLDER = "sealed";

/** The only file of the vault whose name does not change with its content. */
export const VAULT_FILE = `${VAULT_FOLDER}/vault.json`;

/** PBKDF2-HMAC-SHA-256, as OWASP advises since 2023. */
export const VAULT_ITERATIONS = 600_000;

/** More of them are taken for a damaged header. */
export const MOST_VAULT_ITERATIONS = 10_000_000;

/** What stands open in `sealed/vault.json`: how to get at the key, and where the rest is. Binary values are base64url. */
export interface VaultHeader {
  readonly version: typeof VAULT_VERSION;
  /** The vault's key (AES-256), encrypted with the key that PBKDF2 derives from the passphrase. */
  readonly passphrase?: {
    readonly salt: string;
    readonly iterations: number;
    /** 12 bytes. */
    readonly iv: string;
    readonly key: string;
  };
  /** The same, encrypted with the key that host pages hand over. */
  readonly hosted?: { readonly iv: string; readonly key: string };
  /** An encrypted {@link VaultIndex}. */
  readonly index: ManifestFile;
}

/**
 * What can go wrong with a vault in the ordinary course of things:
 *
 * - `vault-wrong-key`: the passphrase or the host's key is another one;
 * - `vault-other-secret`: the vault is sealed with the other kind of secret alone;
 * - `vault-version`: it was built by another version of the app;
 * - `vault-unreachable`: a file did not arrive;
 * - `vault-signed-out`: a gate in front of the site keeps a file back until somebody signs in;
 * - `vault-damaged`: something else arrived in its place, hash or tag does not fit;
 * - `vault-needs-https`: the browser offers no cryptography to pages over plain http.
 */
export type VaultErrorCode =
  | "vault-wrong-key"
  | "vault-other-secret"
  | "vault-version"
  | "vault-unreachable"
  | "vault-signed-out"
  | "vault-damaged"
  | "vault-needs-https";

export interface VaultError {
  readonly code: VaultErrorCode;
  /** For a log. Never shown as the message, never part of a secret. */
  readonly detail?: string;
}

/**
 * Every sealed file is 12 bytes of IV and the AES-GCM ciphertext of the plain file, its tag at the end; its own path is
 * the additional data, so that no file can be put in another's place. Before it is encrypted, the plain file gets a
 * byte 0x80 and as many zeros as make its length a multiple of 1024. The key is derived from the vault's key by
 * HKDF-SHA-256 without salt, with the info `pocket-help vault 1: files`.
 */
export interface VaultIndex {
  readonly version: typeof VAULT_VERSION;
  /** Plain path below the site's base (`en/payroll/raise/index.html`) to the sealed file that holds it. */
  readonly files: Readonly<Record<string, VaultEntry>>;
}

export interface VaultEntry extends ManifestFile {
  /** Media type of the plain file. */
  readonly type: string;
}
