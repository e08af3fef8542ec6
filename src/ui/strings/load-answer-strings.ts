import { interfaceLocale, type Locale } from "../../domain/locale";
import type { AnswerStrings } from "./answer-en";

/** The words about questions and answers, in one language, fetched when first needed. */
export async function loadAnswerStrings(locale: Locale): Promise<AnswerStrings> {
  return interfaceLocale(locale) === "zh"
    ? (await import("./answer-zh")).answerZh
    : (await import("./answer-en")).answerEn;
}
