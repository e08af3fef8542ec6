import type { SpeechStrings } from "../strings/speech-en";
import type { RecognitionError } from "./recognition";

/** What to tell somebody whose dictation failed; nothing where they ended it themselves. */
export function dictationFault(error: RecognitionError, words: SpeechStrings): string {
  switch (error) {
    case "aborted":
      return "";
    case "no-speech":
      return words.noSpeech;
    case "audio-capture":
      return words.noMicrophone;
    case "not-allowed":
    case "service-not-allowed":
      return words.notAllowed;
    case "network":
      return words.serviceUnreachable;
    case "language-not-supported":
      return words.languageUnknown;
    default:
      return words.dictationFailed;
  }
}
