import { OfflineIcon } from "../icons/interface";
import { interfaceLang, useWording } from "../strings/context";
import { deviceStringsFor } from "../strings/device-words";

/** Appears in the header when the site cannot be reached. The region is always there, or nothing would be announced. */
export function OfflineBadge() {
  const { locale } = useWording();
  const d = deviceStringsFor(locale);
  return (
    <div class="offline-state" role="status" data-offline-state>
      <span class="offline-badge" title={d.offlineHint} hidden>
        <OfflineIcon size={16} />
        <span>{d.offline}</span>
      </span>
    </div>
  );
}

/** Says, on a page that comes from the device, since when it is there; the script fills in the date. */
export function CopyAge() {
  const { locale } = useWording();
  const d = deviceStringsFor(locale);
  return (
    <aside class="copy-age" aria-label={d.copyAgeLabel} data-copy-age hidden {...interfaceLang(locale)}>
      <p>
        {d.copyAge} <time />
      </p>
    </aside>
  );
}
