import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { PrintStrings } from "../strings/print-en";

export const PrintWordsContext = createContext<PrintStrings | undefined>(undefined);

export function usePrintWords(): PrintStrings {
  const words = useContext(PrintWordsContext);
  if (!words) throw new Error("A component of printing stands outside PrintWordsContext.");
  return words;
}
