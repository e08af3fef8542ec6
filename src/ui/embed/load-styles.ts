import { loadStyles } from "../behaviour/load-styles";
import url from "../styles/embed.css?url";

/** The looks of the site inside another page. */
export function loadEmbedStyles(): Promise<void> {
  return loadStyles(url);
}
