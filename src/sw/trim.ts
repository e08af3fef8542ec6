/**
 * Removes the entries that were stored first until no more than `most` are left. Storing again moves an entry to
 * the end only when it is deleted first, which is near enough: what is read often comes back at once.
 *
 * @param spared paths that never go
 */
export async function trim(cache: Cache, most: number, spared: ReadonlySet<string> = new Set()): Promise<void> {
  const keys = (await cache.keys()).filter(({ url }) => !spared.has(new URL(url).pathname));
  await Promise.all(keys.slice(0, Math.max(0, keys.length - most)).map((key) => cache.delete(key)));
}
