import { CheckIcon } from "../icons/interface";
import { interfaceLang, useWording } from "../strings/context";
import { deviceStringsFor } from "../strings/device-words";

/** "Did this help?": the answer stays on the device and is shown when the reader comes back. */
export function Helpful() {
  const { locale } = useWording();
  const d = deviceStringsFor(locale);
  return (
    <section class="helpful js-only" aria-labelledby="ph-helpful-title" data-helpful {...interfaceLang(locale)}>
      <h2 id="ph-helpful-title">{d.helpTitle}</h2>
      <div class="helpful-answers" data-helpful-ask>
        <button type="button" class="button quiet" data-vote="yes">
          {d.helpYes}
        </button>
        <button type="button" class="button quiet" data-vote="no">
          {d.helpNo}
        </button>
      </div>
      <div class="helpful-given" role="status" data-helpful-given>
        <p data-given="yes" hidden>
          <CheckIcon size={18} /> {d.helpNoted}
        </p>
        <p data-given="no" hidden>
          <CheckIcon size={18} /> {d.helpNotedNo}
        </p>
      </div>
      <fieldset class="helpful-reasons" data-helpful-reasons hidden>
        <legend>{d.helpReason}</legend>
        {Object.entries(d.helpReasons).map(([reason, words]) => (
          <label key={reason}>
            <input type="radio" name="helpful-reason" value={reason} />
            {words}
          </label>
        ))}
      </fieldset>
      <button type="button" class="link-button" data-vote="none" hidden>
        {d.helpUndo}
      </button>
    </section>
  );
}
