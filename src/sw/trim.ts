/**
 * Removes the entries that were stored first until no more than `most` are left. Storing an entry again makes it the
 * youngest, so that what is read often stays.
 *
 * @param spared paths that never go
 */
export async function trim(cache: Cache, most: number, spared: ReadonlySet<string> = new Set()): Promise<void> {
  const keys = (await cache.keys()).filter(({ url }) => !spared.has(new URL(url).pathname));
  await Promise.all(keys.slice(0, Math.max(0, keys.length - most)).map((key) => cache.delete(key)));
}
