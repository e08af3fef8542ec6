import type { KeepState } from "../../client/offline/keeper";
import { useWording } from "../strings/context";
import { formatBytes } from "../strings/sizes";
import { useDeviceWords } from "./device-words-context";

/** How far the keeping has come, in bytes, or how it ended. */
export function KeepProgress({ state, onCancel }: { readonly state: KeepState; readonly onCancel: () => void }) {
  const d = useDeviceWords();
  const { locale } = useWording();
  const getting = state.status === "getting" ? state : undefined;
  const words = getting && d.keepProgress(formatBytes(getting.loaded, locale), formatBytes(getting.total, locale));
  return (
    <>
      {getting && (
        <div class="keep-progress">
          <p id="keep-getting">{d.keepGetting}</p>
          <div
            class="progress"
            role="progressbar"
            aria-labelledby="keep-getting"
            aria-valuemin={0}
            aria-valuemax={getting.total}
            aria-valuenow={getting.loaded}
            aria-valuetext={words}
          >
            {/* An element of its own kind: the policy allows no style attributes. */}
            <progress max={getting.total} value={getting.loaded} aria-hidden="true" tabIndex={-1} />
          </div>
          <p class="hint">{words}</p>
          <button type="button" class="button quiet" onClick={onCancel}>
            {d.keepCancel}
          </button>
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
    </>
  );
}
