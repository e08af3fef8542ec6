/**
 * One URL path segment for a file or folder name: lower case, letters and digits of any script kept,
 * everything else a hyphen. Han characters stay; links percent-encode them.
 */
export function slug(name: string): string {
  const slugged = withoutExportId(name)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}\p{M}_]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return slugged === "" ? "page" : slugged;
}

/** Notion ends the names of what it exports with an id: `Opening hours 3f2a….md`. */
export function withoutExportId(name: string): string {
  return name.replace(/(?<=\S)(?: |%20|_|-)+[0-9a-f]{32}(?=$|\/)/i, "");
}

/** A title for a folder: `store-support` and `01_Store Support` both read "Store support"-like, without numbers. */
export function readableName(name: string): string {
  const words = withoutExportId(name)
    .replace(/^\d{1,3}[-_. ]+/, "")
    .replace(/[-_]+/g, " ")
    .trim();
  return words === "" ? name : words.charAt(0).toUpperCase() + words.slice(1);
}

/** The number that the last name of a path begins with (`guides/02-pay.md`), for the order; a large one where there is none. */
export function numberInName(path: string): number {
  return Number(/(?:^|\/)(\d{1,4})[-_. ][^/]*$/.exec(path)?.[1] ?? 10_000);
}
