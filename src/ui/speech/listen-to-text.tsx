import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { SpeechStrings } from "../strings/speech-en";
import { chooseVoice } from "./choose-voice";
import { connectControls } from "./connect-controls";
import { ListenControls } from "./listen-controls";
import type { ReadAloudProps } from "./read-aloud";
import { type Piece, spokenPieces } from "./spoken-pieces";
import { browserSynthesis, type Synthesis } from "./synthesis";
import { watchVoice } from "./watch-voice";

type ListenToTextProps = ReadAloudProps & { readonly words: SpeechStrings };

/** The controls, while there is a voice. */
export function ListenToText(props: ListenToTextProps) {
  const { text, lang, allowService = false } = props;
  const [synthesis] = useState(() => props.synthesis ?? browserSynthesis());
  const [there, setThere] = useState(false);
  useEffect(() => synthesis && watchVoice(synthesis, lang, allowService, setThere), [synthesis, lang, allowService]);
  if (!synthesis || !there) return null;
  // Another text begins with controls that know nothing of the one before.
  return <Connected key={`${lang} ${text}`} {...props} synthesis={synthesis} />;
}

function Connected(props: ListenToTextProps & { readonly synthesis: Synthesis }) {
  const { text, lang, words, allowService = false, synthesis } = props;
  const root = useRef<HTMLDivElement>(null);
  const onSentence = useRef(props.onSentence);
  onSentence.current = props.onSentence;
  // Before the controls can be seen, or the first press would be lost.
  useLayoutEffect(() => {
    const controls = root.current?.querySelector<HTMLElement>("[data-listen]");
    if (!controls) return undefined;
    let pieces: readonly Piece[] = [];
    return connectControls(controls, synthesis, {
      voice: () => chooseVoice(synthesis.voices(), lang, allowService),
      texts() {
        pieces = spokenPieces(text, lang);
        return pieces.map((piece) => piece.text);
      },
      onText(index) {
        const piece = index === undefined ? undefined : pieces[index];
        onSentence.current?.(piece && [piece.start, piece.end]);
      },
    });
  }, [text, lang, allowService, synthesis]);
  return (
    <div ref={root}>
      <ListenControls words={words} />
    </div>
  );
}
