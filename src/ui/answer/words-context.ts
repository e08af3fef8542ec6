import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { AnswerStrings } from "../strings/answer-en";

/** Without a default, as with the other words: it would bring one language into every reader's download. */
export const AnswerWordsContext = createContext<AnswerStrings | undefined>(undefined);

export function useAnswerWords(): AnswerStrings {
  const words = useContext(AnswerWordsContext);
  if (!words) throw new Error("A component of answers stands outside AnswerWordsContext.");
  return words;
}
