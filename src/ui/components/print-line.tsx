import type { Page } from "../page-model";
import { interfaceLang, useWording } from "../strings/context";
import { printStringsFor } from "../strings/print-words";

/**
 * What a printed page says of itself: the site, its address, the date. Not shown on the screen. The script fills in the
 * address at which the page is read, and the date; without one the address stands where the configuration gives it.
 */
export function PrintLine({ page }: { readonly page: Page }) {
  const { locale } = useWording();
  const { site, href } = page;
  return (
    <p class="print-line" data-print={href}>
      <b>{site.name}</b> <span>{site.url !== undefined && site.url + href.slice(site.base.length)}</span>{" "}
      <span class="js-only" {...interfaceLang(locale)}>
        {printStringsFor(locale).printed} <time />
      </span>
    </p>
  );
}
