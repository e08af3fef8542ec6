/**
 * The site's language that the first possible wish comes to: the very tag, else the same language with another region
 * or script or without (`zh-Hans` gets `zh`).
 */
export function chooseLocale(
  locales: readonly string[],
  ...wishes: readonly (string | undefined)[]
): string | undefined {
  for (const wish of wishes) {
    for (let tag = wish?.toLowerCase(); tag; tag = tag.replace(/-?[^-]*$/, "")) {
      const found = locales.find((locale) => `${locale.toLowerCase()}-`.startsWith(`${tag}-`));
      if (found) return found;
    }
  }
}
