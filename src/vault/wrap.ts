import { type Bytes, base64url, fromBase64url, utf8 } from "./bytes";
import { IV_BYTES, KEY_BYTES } from "./keys";

/** A vault's key as it stands in the header, encrypted; both base64url. */
export interface WrappedKey {
  readonly iv: string;
  readonly key: string;
}

const additionalData = utf8("pocket-help vault key");

export async function wrapKey(subtle: SubtleCrypto, vaultKey: Bytes, wrapping: CryptoKey): Promise<WrappedKey> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const key = await subtle.encrypt({ name: "AES-GCM", iv, additionalData }, wrapping, vaultKey);
  return { iv: base64url(iv), key: base64url(new Uint8Array(key)) };
}

/** `undefined` when it was wrapped with another key. */
export async function unwrapKey(
  subtle: SubtleCrypto,
  wrapped: WrappedKey,
  wrapping: CryptoKey,
): Promise<Bytes | undefined> {
  const iv = fromBase64url(wrapped.iv);
  const key = fromBase64url(wrapped.key);
  if (!iv || !key) return undefined;
  try {
    const plain = await subtle.decrypt({ name: "AES-GCM", iv, additionalData }, wrapping, key);
    return plain.byteLength === KEY_BYTES ? new Uint8Array(plain) : undefined;
  } catch {
    // WebCrypto says no more than that the tag does not fit.
    return undefined;
  }
}
