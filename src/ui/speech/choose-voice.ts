import { regionalTags, spokenLanguage } from "./spoken-language";
import type { Voice } from "./synthesis";

/** macOS lists its jokes among the voices, and first, for they are in order of the alphabet. */
const NOVELTY =
  /^(?:Albert|Bad News|Bahh|Bells|Boing|Bubbles|Cellos|Fred|Good News|Jester|Junior|Kathy|Organ|Ralph|Superstar|Trinoids|Whisper|Wobble|Zarvox)\b/;
/** eSpeak's, which reads Latin letters alone. */
const PINYIN = /latn|pinyin/i;

/**
 * The voice to read a page's language with; `undefined` when there is none that may be used. A voice that is not on the
 * device sends the text away, so it is taken only where that is allowed and no local voice knows the language.
 *
 * @param lang of the page; without a region the reader's own region counts
 * @param allowService whether voices that are not on the device may be used
 * @param preferred the reader's languages, best first
 */
export function chooseVoice(
  voices: readonly Voice[],
  lang: string,
  allowService: boolean,
  preferred?: readonly string[],
): Voice | undefined {
  const wanted = spokenLanguage(regionalTags(lang, preferred)[0] ?? lang);
  if (!wanted) return undefined;
  const ranked = voices.flatMap((voice) => {
    const spoken = spokenLanguage(voice.lang);
    if (!spoken || written(spoken.language) !== written(wanted.language) || PINYIN.test(voice.lang)) return [];
    const merits = [
      voice.localService,
      // Whoever knows Mandarin need not understand Cantonese, though both read the same page.
      spoken.language === wanted.language,
      !NOVELTY.test(voice.name),
      spoken.region === wanted.region,
      spoken.script === wanted.script,
      voice.default,
    ];
    return [{ voice, rank: merits.reduce((sum, merit) => sum * 2 + Number(merit), 0) }];
  });
  // The sort is stable: among equals the browser's order stands.
  const best = ranked.sort((a, b) => b.rank - a.rank)[0]?.voice;
  return best && (best.localService || allowService) ? best : undefined;
}

/** Cantonese is written like Mandarin: its voices can read what is meant for the other. */
function written(language: string): string {
  return language === "yue" ? "zh" : language;
}
