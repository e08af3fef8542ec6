import { chooseVoice } from "./choose-voice";
import type { Synthesis } from "./synthesis";

/**
 * Tells whether there is a voice for a language, now and whenever that changes.
 *
 * @param allowService see `chooseVoice`
 * @returns a function that ends it
 */
export function watchVoice(
  synthesis: Synthesis,
  lang: string,
  allowService: boolean,
  callback: (there: boolean) => void,
): () => void {
  const look = () => callback(chooseVoice(synthesis.voices(), lang, allowService) !== undefined);
  const end = synthesis.onVoices(look);
  look();
  return end;
}
