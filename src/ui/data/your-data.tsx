import { useEffect, useState } from "preact/hooks";
import { eraseAllPlaces, erasePlace } from "../../client/offline/device-data";
import type { DeviceContext } from "../offline/device-context";
import { useDeviceWords } from "../offline/device-words-context";
import { useWording } from "../strings/context";
import { formatBytes } from "../strings/sizes";
import { Confirm } from "./confirm";
import { downloadJson, exportAll } from "./export-data";
import { SaveData } from "./save-data";
import { listItems, type StoredItem } from "./stored-items";

interface YourDataProps {
  readonly context: DeviceContext;
  /** Everything has just been erased. */
  readonly signedOut: boolean;
}

/** Everything the site keeps on this device: named, shown, exported, erased. */
export function YourData({ context, signedOut }: YourDataProps) {
  const d = useDeviceWords();
  const { locale } = useWording();
  const { page, store } = context;
  const [items, setItems] = useState<readonly StoredItem[]>();
  const [done, setDone] = useState(signedOut ? d.dataSignedOut : "");
  const load = () => void listItems(page.base, store, d).then(setItems);
  useEffect(load, []);

  const erase = async ({ source }: StoredItem) => {
    if (source.type === "key") store.remove(source.key);
    else await erasePlace(page.base, source.place);
    setDone(d.dataErased);
    load();
  };
  const eraseAll = async () => {
    for (const { source } of items ?? []) if (source.type === "key") store.remove(source.key);
    await eraseAllPlaces(page.base);
    setDone(d.dataErasedAll);
    load();
  };
  if (!items) return <p class="hint">{d.keepLoading}</p>;
  const total = items.reduce((sum, { bytes }) => sum + bytes, 0);

  return (
    <div class="your-data">
      <p class="callout callout-tip">{d.dataNeverSent(items.length)}</p>
      {!isSecureContext && <p class="callout callout-note">{d.dataInsecure}</p>}
      <section aria-labelledby="ph-stored-title">
        <h2 id="ph-stored-title">{d.dataStored}</h2>
        <p class="hint">{d.dataUsage(formatBytes(total, locale))}</p>
        <ul class="data-list">
          {items.map((item) => (
            <DataRow key={item.id} item={item} onErase={() => erase(item)} />
          ))}
        </ul>
        <div class="actions-row">
          <button
            type="button"
            class="button"
            onClick={async () => downloadJson(await exportAll(page.base, items), "your-data.json")}
          >
            {d.dataExport}
          </button>
          <Confirm class="button quiet" label={d.dataEraseAll} question={d.dataEraseAllSure} onConfirm={eraseAll} />
        </div>
        <p role="status" class="data-done">
          {done}
        </p>
      </section>
      <SaveData store={store} onChange={load} />
      <section aria-labelledby="ph-sent-title">
        <h2 id="ph-sent-title">{d.dataSent}</h2>
        <p>{d.dataSentNone}</p>
      </section>
    </div>
  );
}

function DataRow({ item, onErase }: { readonly item: StoredItem; readonly onErase: () => unknown }) {
  const d = useDeviceWords();
  const { locale } = useWording();
  return (
    <li data-item={item.id}>
      <div class="data-words">
        <h3>{item.name}</h3>
        <p>{item.why}</p>
        {item.value !== undefined && (
          <details>
            <summary>{d.dataShow}</summary>
            <pre>{JSON.stringify(item.value, null, 2)}</pre>
          </details>
        )}
      </div>
      <p class="data-amount">
        {item.entries === 0 ? (
          d.dataNothing
        ) : (
          <>
            {d.dataEntries(item.entries)}
            <br />
            {formatBytes(item.bytes, locale)}
          </>
        )}
      </p>
      {item.entries > 0 && (
        <Confirm
          class="link-button"
          label={d.dataErase}
          name={d.dataEraseNamed(item.name)}
          question={d.dataEraseSure}
          onConfirm={onErase}
        />
      )}
    </li>
  );
}
