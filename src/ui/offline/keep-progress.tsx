import { useEffect, useRef } from "preact/hooks";
import type { KeepState } from "../../client/offline/keeper";
import { SignInButton } from "../session/sign-in-button";
import { useWording } from "../strings/context";
import { formatBytes } from "../strings/sizes";
import { useDeviceWords } from "./device-words-context";

interface KeepProgressProps {
  readonly base: string;
  readonly state: KeepState;
  readonly onCancel: () => void;
  /** The person is back from signing in. */
  readonly onBack: () => void;
}

/** How far the keeping has come, in bytes, or how it ended. */
export function KeepProgress({ base, state, onCancel, onBack }: KeepProgressProps) {
  const d = useDeviceWords();
  const { locale } = useWording();
  const getting = state.status === "getting" ? state : undefined;
  const words = getting && d.keepProgress(formatBytes(getting.loaded, locale), formatBytes(getting.total, locale));
  return (
    <>
      {getting && (
        <div class="keep-progress">
          <p id="ph-keep-getting">{d.keepGetting}</p>
          <progress
            max={getting.total}
            value={getting.loaded}
            aria-labelledby="ph-keep-getting"
            aria-valuetext={words}
          />
          <p class="hint">{words}</p>
          <StopButton onCancel={onCancel} />
        </div>
      )}
      <div role="status">
        {state.status === "done" && <p class="callout callout-tip">{d.keepDone}</p>}
        {state.status === "failed" && (
          <p class="callout callout-warning">
            {state.missing === undefined
              ? d.keepFaults[state.fault]
              : d.keepMissing(formatBytes(state.missing, locale))}
          </p>
        )}
      </div>
      {state.status === "failed" && state.fault === "signed-out" && <SignInButton base={base} onBack={onBack} />}
    </>
  );
}

/** Takes the focus over from the button that began it, which is gone now. */
function StopButton({ onCancel }: { readonly onCancel: () => void }) {
  const d = useDeviceWords();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) button.current?.focus();
  }, []);
  return (
    <button type="button" class="button quiet" ref={button} onClick={onCancel}>
      {d.keepCancel}
    </button>
  );
}
