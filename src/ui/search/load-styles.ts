import { loadStyles } from "../behaviour/load-styles";
import url from "../styles/search.css?url";

/** The looks of search and of lists of articles like its own. */
export function loadSearchStyles(): Promise<void> {
  return loadStyles(url);
}
