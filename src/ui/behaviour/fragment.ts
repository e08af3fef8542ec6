/** The id that an address points to; a fragment that is not valid percent-encoding is taken as it stands. */
export function fragmentId(hash: string): string {
  const fragment = hash.replace(/^#/, "");
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
