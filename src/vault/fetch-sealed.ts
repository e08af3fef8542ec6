import { err, ok, type Result } from "../domain/result";
import { isGate, UNFOLLOWED } from "../domain/sign-in";
import type { VaultError } from "../domain/vault";
import { type OpenVault, readSealed, sealedFile } from "./open-vault";

type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/**
 * The site's answer for a file of the vault.
 *
 * Errors: `vault-unreachable`, `vault-signed-out`.
 *
 * @throws the signal's reason once it is aborted
 */
export async function fetchOfVault(
  base: string,
  path: string,
  fetchFile: Fetch,
  init: RequestInit = {},
): Promise<Result<Response, VaultError>> {
  try {
    const response = await fetchFile(base + path, { ...UNFOLLOWED, ...init });
    const detail = `${path}: HTTP ${response.status}`;
    if (await isGate(response)) return err({ code: "vault-signed-out", detail });
    return response.ok ? ok(response) : err({ code: "vault-unreachable", detail });
  } catch (error) {
    init.signal?.throwIfAborted();
    return err({ code: "vault-unreachable", detail: `${path}: ${String(error)}` });
  }
}

/** The bytes of a file of the vault as they are published. Errors and throws as {@link fetchOfVault}. */
export async function fetchBytes(
  base: string,
  path: string,
  fetchFile: Fetch,
  signal?: AbortSignal,
): Promise<Result<Uint8Array<ArrayBuffer>, VaultError>> {
  const response = await fetchOfVault(base, path, fetchFile, signal && { signal });
  if (!response.ok) return response;
  try {
    return ok(new Uint8Array(await response.value.arrayBuffer()));
  } catch (error) {
    // Cut off on its way.
    signal?.throwIfAborted();
    return err({ code: "vault-unreachable", detail: `${path}: ${String(error)}` });
  }
}

/**
 * The plain bytes of a file that a vault holds; `undefined` when it holds none under this path.
 *
 * Errors: `vault-unreachable`, `vault-signed-out`, `vault-damaged`.
 *
 * @param base the site's base path
 * @param plainPath below the base
 * @throws the signal's reason once it is aborted
 */
export async function fetchSealed(
  vault: OpenVault,
  base: string,
  plainPath: string,
  fetchFile: Fetch,
  signal?: AbortSignal,
): Promise<Result<Uint8Array<ArrayBuffer> | undefined, VaultError>> {
  const file = sealedFile(vault, plainPath);
  if (!file) return ok(undefined);
  const sealed = await fetchBytes(base, file.path, fetchFile, signal);
  return sealed.ok ? readSealed(vault, file.path, sealed.value) : sealed;
}
