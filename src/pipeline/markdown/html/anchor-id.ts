/**
 * Ids that the pages around an article use themselves, and globals that scripts look for: an element of that id in an
 * article would be found in their place.
 */
const RESERVED = new Set(
  (
    "main article-parts contents-title stuck-title page-data related-title contact-topic contact-question contact-hint " +
    "channels-title missing-search popular-title subsections-title hero-title home-search sections-title recent-title " +
    "articles-title search-island page-search site-search menu header footer nav app root search contents theme language " +
    "trustedtypes caches navigation scheduler cookiestore launchqueue requestidlecallback indexeddb crypto " +
    "serviceworker documentpictureinpicture credentialless"
  ).split(" "),
);

/**
 * The id an element gets for one that its author (or its heading's text) asks for. The same wish always gives the same
 * id, so that a link from another file can be translated without knowing this one.
 *
 * @returns `""` when nothing is left of the wish
 */
export function anchorId(wish: string): string {
  const id = wish.trim().replace(/[\s"'<>`&\u0000-\u001F\u007F]+/g, "-");
  if (id === "") return "";
  return RESERVED.has(id.toLowerCase()) || /^(?:ph-|__)/i.test(id) ? `a-${id}` : id;
}

/** Translates the fragment of a link (`#Refunds`, `page.md#location`), percent-encoded or not, to the id it means. */
export function translateFragment(target: string): string {
  const at = target.indexOf("#");
  if (at < 0 || at === target.length - 1) return target;
  const fragment = target.slice(at + 1);
  const decoded = decode(fragment);
  const id = anchorId(decoded);
  return id === decoded ? target : `${target.slice(0, at)}#${encodeURIComponent(id)}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
