const names = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Elements that articles may contain; others give way to their content. */
export const KEPT_ELEMENTS = names(
  "h1 h2 h3 h4 h5 h6 p a img video audio source track ul ol li dl dt dd table caption colgroup col thead tbody tfoot tr " +
    "th td blockquote pre code kbd samp var mark em strong b i u s del ins sub sup small abbr cite dfn q time br hr wbr " +
    "div span section aside details summary figure figcaption ruby rt rp bdi bdo input",
);

/** Elements that go with everything in them. */
export const DROPPED_ELEMENTS = names(
  "script style template svg math title head base link meta applet param frameset frame noembed noframes audio-worklet",
);

/** Every other element of HTML, past and present: its tags are HTML, and no placeholder in angle brackets. */
const OTHER_ELEMENTS = names(
  "acronym address area article basefont bgsound big blink body button canvas center data datalist dialog dir embed " +
    "fieldset font footer form header hgroup hr html iframe image label legend listing main map marquee menu menuitem " +
    "meter nav nobr noscript object optgroup option output picture plaintext progress rb rtc search select slot strike " +
    "textarea tt xmp",
);

export function isHtmlElement(name: string): boolean {
  const lower = name.toLowerCase();
  return KEPT_ELEMENTS.has(lower) || DROPPED_ELEMENTS.has(lower) || OTHER_ELEMENTS.has(lower);
}
