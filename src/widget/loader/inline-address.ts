/**
 * The page that a `<pocket-help>` element asks for by `article` (`orders/track`, or with its language `en/orders/track`) or
 * `view`; home when by neither.
 *
 * @param base address of the help centre, with a slash at the end
 * @param locale the element's language
 * @param locales those of the site
 */
export function inlineAddress(
  inline: Pick<Element, "getAttribute">,
  base: URL,
  locale: string,
  locales: readonly string[],
): string {
  const home = `${base}${locale}/`;
  const [path = "", anchor] = (inline.getAttribute("article") ?? "").split("#");
  const own = locales.some((known) => path.startsWith(`${known}/`));
  if (path) return `${own ? base : home}${path}/${anchor ? `#${anchor}` : ""}`;
  const view = inline.getAttribute("view");
  return view === "ask" || view === "search" ? `${home}${view}/` : home;
}
