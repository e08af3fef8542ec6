import { useId, useState } from "preact/hooks";
import type { DeviceStore } from "../behaviour/device-store";
import { useDeviceWords } from "../offline/device-words-context";

interface SaveDataProps {
  readonly store: DeviceStore;
  /** What is stored has changed. */
  readonly onChange: () => void;
}

/** Whether models may be fetched without being asked for. Pages opened from now on keep to it. */
export function SaveData({ store, onChange }: SaveDataProps) {
  const d = useDeviceWords();
  const [saves, setSaves] = useState(() => store.get("saveData") === true);
  const id = useId();
  const set = (on: boolean) => {
    if (on) {
      store.set("saveData", true);
      // What was agreed to before does not hold against it.
      store.remove("searchModel");
      store.remove("readerModel");
    } else store.remove("saveData");
    setSaves(on);
    onChange();
  };
  return (
    <section aria-labelledby="ph-data-use-title">
      <h2 id="ph-data-use-title">{d.dataSettings}</h2>
      <div class="data-setting">
        <label>
          <input
            type="checkbox"
            checked={saves}
            aria-describedby={id}
            onChange={(event) => set(event.currentTarget.checked)}
          />
          {d.dataSave}
        </label>
        <p id={id} class="hint">
          {d.dataSaveHint}
        </p>
      </div>
    </section>
  );
}
