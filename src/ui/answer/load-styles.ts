import { loadStyles } from "../behaviour/load-styles";
import url from "../styles/answer.css?url";

/** The looks of answers, which come with the first of them. */
export function loadAnswerStyles(): Promise<void> {
  return loadStyles(url);
}
