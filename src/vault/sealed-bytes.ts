import { type Bytes, concat, utf8 } from "./bytes";
import { IV_BYTES } from "./keys";

/** Plain bytes are filled up to a multiple of this, so that sizes tell files apart less well. */
const BLOCK = 1024;
/** Stands behind the last plain byte; zeros follow (ISO/IEC 7816-4). */
const END = 0x80;

export async function encryptFile(
  subtle: SubtleCrypto,
  key: CryptoKey,
  path: string,
  iv: Bytes,
  plain: Uint8Array,
): Promise<Bytes> {
  const padded = new Uint8Array(Math.ceil((plain.length + 1) / BLOCK) * BLOCK);
  padded.set(plain);
  padded[plain.length] = END;
  const sealed = await subtle.encrypt({ name: "AES-GCM", iv, additionalData: utf8(path) }, key, padded);
  return concat(iv, new Uint8Array(sealed));
}

/** `undefined` when the bytes are not what was sealed under this path with this key. */
export async function decryptFile(
  subtle: SubtleCrypto,
  key: CryptoKey,
  path: string,
  sealed: Uint8Array,
): Promise<Bytes | undefined> {
  const iv = sealed.slice(0, IV_BYTES);
  let padded: Bytes;
  try {
    const additionalData = utf8(path);
    padded = new Uint8Array(await subtle.decrypt({ name: "AES-GCM", iv, additionalData }, key, sealed.slice(IV_BYTES)));
  } catch {
    return undefined;
  }
  const end = padded.lastIndexOf(END);
  return end < 0 ? undefined : padded.slice(0, end);
}
