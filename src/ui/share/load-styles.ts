import { loadStyles } from "../behaviour/load-styles";
import url from "../styles/share.css?url";

/** The looks of what shares an article. */
export function loadShareStyles(): Promise<void> {
  return loadStyles(url);
}
