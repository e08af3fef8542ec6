import { loadStyles } from "../behaviour/load-styles";
import type { PageData } from "../page-model";
import { loadPrintStrings } from "../strings/load-print-strings";
import styles from "../styles/answer-sheet.css?url";
import { type AnsweredQuestion, answerSheet } from "./answer-sheet";

/** While it is there, paper shows the sheet alone. */
const PRINTS_SHEET = "prints-sheet";

/** Prints answers with their sources. Nothing is stored or sent; the sheet goes with the browser's dialog. */
export async function printAnswers(answered: readonly AnsweredQuestion[], page: PageData): Promise<void> {
  const { base, locale } = page;
  const [p] = await Promise.all([loadPrintStrings(locale), loadStyles(styles)]);
  document.querySelector(".answer-sheet")?.remove();
  const sheet = answerSheet(answered, { base, origin: location.origin, locale, p });
  const root = document.documentElement;
  root.classList.add(PRINTS_SHEET);
  document.body.append(sheet);
  addEventListener(
    "afterprint",
    () => {
      sheet.remove();
      root.classList.remove(PRINTS_SHEET);
    },
    { once: true },
  );
  print();
}
