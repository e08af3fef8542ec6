import { interfaceLang, useWording } from "../strings/context";
import { deviceStringsFor } from "../strings/device-words";

/** Shown by the script when more of it does not arrive, so its words have to be there before. */
export function LoadFailure() {
  const { locale } = useWording();
  const d = deviceStringsFor(locale);
  return (
    <div class="callout callout-warning" role="alert" data-load-failure hidden {...interfaceLang(locale)}>
      <p>{d.loadFailed}</p>
      <p>
        <button type="button" class="button quiet">
          {d.updateAppAction}
        </button>
      </p>
    </div>
  );
}
