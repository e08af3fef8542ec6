/** A path as servers read it; one whose percent-encoding is broken, as it stands. */
export function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
