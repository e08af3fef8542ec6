import { EmptyPocket } from "../components/empty-pocket";
import { Main } from "../components/main";
import { SearchForm } from "../components/search-form";
import type { DevicePage } from "../page-model";
import { interfaceLang, useWording } from "../strings/context";
import { deviceStringsFor } from "../strings/device-words";

/** Pages about what this device holds; the script fills them, because only the device knows. */
export function DeviceView({ page }: { readonly page: DevicePage }) {
  return page.kind === "notOnDevice" ? <NotOnDevice page={page} /> : <DeviceContents page={page} />;
}

function DeviceContents({ page }: { readonly page: DevicePage }) {
  const { locale } = useWording();
  const d = deviceStringsFor(locale);
  const [lead, noScript] = page.kind === "offline" ? [d.keepLead, d.keepNoScript] : [d.dataLead, d.dataNoScript];
  return (
    <Main page={page} class="narrow device-page">
      <div {...interfaceLang(locale)}>
        <header class="page-head">
          <h1>{page.title}</h1>
          <p class="lead">{lead}</p>
        </header>
        <div id="ph-device-island" aria-busy="true">
          <p class="hint js-only">{d.keepLoading}</p>
        </div>
        <noscript>
          <p class="callout callout-note">{noScript}</p>
        </noscript>
      </div>
    </Main>
  );
}

/** Shown by the service worker at the address of a page that is neither online nor on the device. */
function NotOnDevice({ page }: { readonly page: DevicePage }) {
  const { locale } = useWording();
  const d = deviceStringsFor(locale);
  return (
    <Main page={page} class="narrow not-found">
      <EmptyPocket />
      <h1>{page.title}</h1>
      <p class="lead">{d.notOnDeviceBody}</p>
      <div class="actions-row">
        <button type="button" class="button js-only" data-retry>
          {d.notOnDeviceRetry}
        </button>
        <a class="button quiet" href={page.site.offline}>
          {d.offlineTitle}
        </a>
      </div>
      <div id="ph-device-island" role="status" />
      <SearchForm site={page.site} id="missing-search" />
    </Main>
  );
}
