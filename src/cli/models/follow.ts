/** The end of a chain of redirects, with what the hub says on the way there. */
export interface Followed {
  readonly response: Response;
  /** Hash that the hub names for the file: SHA-256 of a large file, or the SHA-1 of a Git blob. */
  readonly hubHash?: string;
  /** Commit that the hub resolved the revision to. */
  readonly commit?: string;
}

/**
 * Fetches and follows redirects one by one: the hub names hash and commit in its own answer, not in that of the store
 * it sends one to, and a token must not go there.
 */
export async function follow(
  address: string,
  headers: Readonly<Record<string, string>>,
  token: string | undefined,
  signal: AbortSignal,
): Promise<Followed> {
  const { origin } = new URL(address);
  let url = address;
  let hubHash: string | undefined;
  let commit: string | undefined;
  for (let hops = 0; hops < 8; hops++) {
    const own = token !== undefined && new URL(url).origin === origin;
    const response = await fetch(url, {
      headers: { ...headers, ...(own && { Authorization: `Bearer ${token}` }) },
      redirect: "manual",
      signal,
    });
    commit ??= response.headers.get("x-repo-commit") ?? undefined;
    const linked = response.headers.get("x-linked-etag");
    const etag = response.headers.has("x-repo-commit") ? response.headers.get("etag") : null;
    hubHash ??= hashIn(linked ?? etag);
    const location = response.headers.get("location");
    if (response.status < 300 || response.status > 399 || response.status === 304 || location === null)
      return { response, ...(hubHash !== undefined && { hubHash }), ...(commit !== undefined && { commit }) };
    await response.body?.cancel();
    url = new URL(location, url).href;
  }
  throw new Error(`${address} redirects in circles.`);
}

function hashIn(etag: string | null): string | undefined {
  return /^(?:W\/)?"?([0-9a-f]{64}|[0-9a-f]{40})"?$/.exec(etag ?? "")?.[1];
}
