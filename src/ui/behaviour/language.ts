import type { PageData } from "../page-model";
import type { DeviceStore } from "./device-store";

/** Where the root page should lead a reader who chose a language before; `undefined`: stay. */
export function rememberedHome(page: PageData, chosen: string | undefined): string | undefined {
  if (!page.root || chosen === undefined || chosen === page.locale) return undefined;
  return page.locales.find(({ locale }) => locale === chosen)?.home;
}

/** Remembers the choice in the switch, and keeps it at the site's root. */
export function enableLanguageMemory(page: PageData, store: DeviceStore): void {
  const home = rememberedHome(page, store.get("locale"));
  if (home) location.replace(home + location.hash);
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-language]")) {
    link.addEventListener("click", () => store.set("locale", link.dataset.language ?? page.locale));
  }
}
