import { loadStyles } from "../behaviour/load-styles";
import url from "../styles/speech.css?url";

/** The looks of reading aloud and dictation, which come where the browser can do one of them. A button need not wait. */
export function loadSpeechStyles(): Promise<void> {
  return loadStyles(url);
}
