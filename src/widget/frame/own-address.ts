/** A page's address for a tab of its own. */
export function ownAddress(url: URL): string {
  const own = new URL(url);
  own.searchParams.delete("embed");
  return own.href;
}
