import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { interfaceLang, useWording } from "../strings/context";
import type { SpeechStrings } from "../strings/speech-en";
import type { DictationProps } from "./dictation";
import { dictationFault } from "./dictation-fault";
import { type DictationWay, findDictationWay } from "./dictation-way";
import { MicrophoneIcon } from "./icons";
import { stopReadings } from "./reading";
import { browserRecognition } from "./recognition";

type DictateButtonProps = DictationProps & { readonly words: SpeechStrings };

/** Where the button stands: at rest, asking before it goes on, while the browser downloads, or while it listens. */
type Step = "idle" | "asking" | "downloading" | "listening";

/** The button, once a way is known; it asks before a download, and before the sound goes to a service. */
export function DictateButton(props: DictateButtonProps) {
  const { lang, allowService, words } = props;
  const { locale } = useWording();
  const [recognition] = useState(() => props.recognition ?? browserRecognition());
  const [way, setWay] = useState<DictationWay>();
  const [step, setStep] = useState<Step>("idle");
  const [message, setMessage] = useState("");
  const agreed = useRef(false);
  const stop = useRef<(() => void) | undefined>(undefined);
  const shown = useRef(true);
  const button = useRef<HTMLButtonElement>(null);
  const latest = useRef(props.onText);
  latest.current = props.onText;

  useEffect(() => {
    let gone = false;
    setWay(undefined);
    if (recognition) void findDictationWay(recognition, lang, allowService).then((found) => !gone && setWay(found));
    return () => {
      gone = true;
      stop.current?.();
    };
  }, [recognition, lang, allowService]);
  useLayoutEffect(
    () => () => {
      shown.current = false;
    },
    [],
  );

  if (!recognition || !way) return null;

  const listen = () => {
    // The microphone would hear the voice.
    stopReadings();
    let text = "";
    setStep("listening");
    setMessage(words.listening);
    stop.current = recognition.listen({
      lang: way.lang,
      onDevice: way.kind === "device",
      onText(heard) {
        text = heard;
        if (shown.current && text !== "") latest.current(text, false);
      },
      onEnd(error) {
        stop.current = undefined;
        if (!shown.current) return;
        setStep("idle");
        setMessage(error === undefined ? "" : dictationFault(error, words));
        if (text !== "") latest.current(text, true);
      },
    });
  };

  const press = () => {
    if (step === "listening") stop.current?.();
    else if (way.kind === "device" || (way.kind === "service" && agreed.current)) listen();
    else {
      setMessage("");
      setStep("asking");
    }
  };

  const agree = async () => {
    button.current?.focus();
    if (way.kind === "service") {
      agreed.current = true;
      listen();
      return;
    }
    setStep("downloading");
    setMessage(words.packLoading);
    const there = await recognition.install(way.lang);
    if (!shown.current) return;
    setStep("idle");
    setMessage(there ? words.packReady : words.packFailed);
    if (there) setWay({ kind: "device", lang: way.lang });
  };

  const decline = () => {
    setStep("idle");
    button.current?.focus();
  };

  return (
    <div class="dictation" {...interfaceLang(locale)}>
      <button
        type="button"
        class="save-button"
        ref={button}
        aria-pressed={step === "listening"}
        // Not `disabled`: the keyboard would lose its place.
        aria-disabled={step === "downloading"}
        onClick={step === "downloading" ? undefined : press}
      >
        <MicrophoneIcon size={18} />
        {words.dictate}
      </button>
      {step === "asking" && (
        <Question
          words={words}
          question={way.kind === "service" ? words.serviceNotice : words.packOffer}
          answer={way.kind === "service" ? words.serviceUse : words.packLoad}
          onAgree={() => void agree()}
          onDecline={decline}
        />
      )}
      <p class="hint" role="status">
        {message}
      </p>
    </div>
  );
}

interface QuestionProps {
  readonly words: SpeechStrings;
  readonly question: string;
  readonly answer: string;
  readonly onAgree: () => void;
  readonly onDecline: () => void;
}

function Question({ words, question, answer, onAgree, onDecline }: QuestionProps) {
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => cancel.current?.focus(), []);
  return (
    <div class="speech-ask" role="alertdialog" aria-label={question}>
      <p>{question}</p>
      <button type="button" class="button" onClick={onAgree}>
        {answer}
      </button>
      <button type="button" class="button quiet" ref={cancel} onClick={onDecline}>
        {words.cancel}
      </button>
    </div>
  );
}
