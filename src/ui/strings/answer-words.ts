import { interfaceLocale, type Locale } from "../../domain/locale";
import { type AnswerStrings, answerEn } from "./answer-en";
import { answerZh } from "./answer-zh";

export type { AnswerStrings } from "./answer-en";

/** Both languages at once: for the build. In the browser use `loadAnswerStrings`. */
export function answerStringsFor(locale: Locale): AnswerStrings {
  return interfaceLocale(locale) === "zh" ? answerZh : answerEn;
}
