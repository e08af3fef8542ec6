import { CloseIcon } from "../icons/interface";
import { interfaceLang, useWording } from "../strings/context";
import type { SpeechStrings } from "../strings/speech-en";
import { SpeakerIcon } from "./icons";

/** What a reader may choose from; 1 is the voice's own speed. */
const RATES = [0.8, 1, 1.25, 1.5] as const;

interface ListenControlsProps {
  readonly words: SpeechStrings;
  /** The controls that are there while the voice speaks float over the foot of the page, which may be long. */
  readonly floating?: boolean;
}

/**
 * "Listen" with what is there while the voice speaks. It holds no state of its own: `connectControls` does, in articles,
 * whose pages carry this as HTML, and below answers alike.
 */
export function ListenControls({ words, floating = false }: ListenControlsProps) {
  const { locale } = useWording();
  return (
    <div class="listen" data-listen {...interfaceLang(locale)}>
      <button type="button" class="save-button" aria-pressed="false" data-speech="listen">
        <SpeakerIcon size={18} />
        {words.listen}
      </button>
      <div class="speech-ask" role="alertdialog" aria-label={words.voiceNotice} data-speech="ask" hidden>
        <p>{words.voiceNotice}</p>
        <button type="button" class="button" data-speech="agree">
          {words.serviceUse}
        </button>
        <button type="button" class="button quiet" data-speech="decline">
          {words.cancel}
        </button>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame of its own */}
      <div
        class={floating ? "resume listen-bar" : "listen-bar"}
        role="group"
        aria-label={words.listenControls}
        data-speech="bar"
        hidden
      >
        <button type="button" class="button quiet" data-speech="pause">
          <span data-when="reading">{words.pause}</span>
          <span data-when="paused" hidden>
            {words.goOn}
          </span>
        </button>
        <label>
          {words.speed}{" "}
          <select data-speech="rate">
            {RATES.map((rate) => (
              <option key={rate} value={rate} selected={rate === 1}>
                {rate}×
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="plain-button" aria-label={words.stop} data-speech="stop">
          <CloseIcon size={18} />
        </button>
      </div>
      <p
        class="visually-hidden"
        role="status"
        data-speech="status"
        data-paused={words.paused}
        data-finished={words.finished}
        data-failed={words.voiceFailed}
      />
    </div>
  );
}
