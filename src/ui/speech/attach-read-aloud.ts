import { chooseVoice } from "./choose-voice";
import { loadSpeechStyles } from "./load-styles";
import { browserSynthesis, type Synthesis } from "./synthesis";
import { watchVoice } from "./watch-voice";

interface ReadAloudOptions {
  /** Whether a voice may be used that is not on the device; the reader is asked before. */
  readonly allowService?: boolean;
  /** The browser's, unless another is given. */
  readonly synthesis?: Synthesis | undefined;
  /** Reading stops with it. */
  readonly lifetime?: AbortSignal;
}

/**
 * Lets an article be read aloud, as soon as the browser knows a voice for its language. Until then, and where there is
 * none, the page stays as it is and nothing more is fetched. The button comes when all of its code is there: Safari lets
 * only the click itself start the voice.
 *
 * @param lang of the article, as `<html lang>` has it
 */
export function attachReadAloud(
  article: HTMLElement,
  lang: string,
  { allowService = false, synthesis = browserSynthesis(), lifetime }: ReadAloudOptions = {},
): void {
  if (!synthesis || lifetime?.aborted) return;
  const voice = () => chooseVoice(synthesis.voices(), lang, allowService);
  let begun = false;
  const end = watchVoice(synthesis, lang, allowService, (there) => {
    if (!there || begun) return;
    begun = true;
    void loadSpeechStyles();
    import("./article-reading").then(
      ({ enableArticleReading }) => {
        if (lifetime?.aborted) return;
        const stop = enableArticleReading(article, lang, synthesis, voice);
        lifetime?.addEventListener("abort", stop);
      },
      () => {
        begun = false;
      },
    );
  });
  lifetime?.addEventListener("abort", end);
}
