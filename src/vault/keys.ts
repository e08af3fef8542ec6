import { type Bytes, base64url, fromBase64url, utf8 } from "./bytes";

/** What opens a vault, as a person or a host page gives it. */
export type VaultSecret =
  | { readonly passphrase: string }
  /** 32 bytes, base64url. */
  | { readonly hostKey: string };

/** Bytes of a vault's key and of a host's. */
export const KEY_BYTES = 32;
export const IV_BYTES = 12;

/** `undefined` where there is no WebCrypto, as on plain-http sites. */
export function webCrypto(): SubtleCrypto | undefined {
  return (globalThis.crypto as Partial<Crypto> | undefined)?.subtle;
}

/** A key for hosts to hand over: 32 random bytes, base64url. */
export function newHostKey(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(KEY_BYTES)));
}

/** The bytes of a host's key; `undefined` when the text is none. */
export function hostKeyBytes(text: string): Bytes | undefined {
  const bytes = fromBase64url(text.trim());
  return bytes?.length === KEY_BYTES ? bytes : undefined;
}

/**
 * What a passphrase is turned into before anything is derived from it. Keyboards and systems write the same letters
 * in several ways (é as one sign or two, full-width letters among Chinese text): all are the same passphrase.
 */
export function normalizedPassphrase(passphrase: string): string {
  return passphrase.normalize("NFKC").trim();
}

/** The key that a passphrase wraps the vault's key with. */
export async function passphraseKey(
  subtle: SubtleCrypto,
  passphrase: string,
  salt: Bytes,
  iterations: number,
): Promise<CryptoKey> {
  const material = await subtle.importKey("raw", utf8(normalizedPassphrase(passphrase)), "PBKDF2", false, [
    "deriveKey",
  ]);
  return subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations },
    material,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
}

/** The key that a host's key wraps the vault's key with. */
export async function wrappingKey(subtle: SubtleCrypto, key: Bytes): Promise<CryptoKey> {
  return subtle.importKey("raw", key, "AES-GCM", false, ["encrypt", "decrypt"]);
}

/** The uses of a vault's key. Each has a subkey of its own, so that none can tell anything about another. */
export type Subkey = "files" | "initialization vectors" | "names";

/** HKDF-SHA-256 without salt (the vault's key is random), the use as info. */
export async function subkey(subtle: SubtleCrypto, vaultKey: Bytes, use: Subkey): Promise<CryptoKey> {
  const material = await subtle.importKey("raw", vaultKey, "HKDF", false, ["deriveKey"]);
  const info = utf8(`pocket-help vault 1: ${use}`);
  const derivation = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info };
  return use === "files"
    ? subtle.deriveKey(derivation, material, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"])
    : subtle.deriveKey(derivation, material, { name: "HMAC", hash: "SHA-256", length: 256 }, false, ["sign"]);
}
