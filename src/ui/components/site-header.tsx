import { SearchIcon } from "../icons/interface";
import type { Page } from "../page-model";
import { interfaceLang, useWording } from "../strings/context";
import { BrandMark } from "./brand-mark";
import { LanguageSwitch } from "./language-switch";
import { OfflineBadge } from "./offline-badge";
import { ThemeSwitch } from "./theme-switch";

/** Logo, way to search, language and colours. */
export function SiteHeader({ page }: { readonly page: Page }) {
  const { t, locale } = useWording();
  const { site } = page;
  return (
    <header class="site-header" {...interfaceLang(locale)}>
      <div class="site-header-inner">
        <a class="site-name" href={site.home} aria-current={page.kind === "home" ? "page" : undefined}>
          {site.logo ? (
            <img src={site.logo.src} width={site.logo.width} height={site.logo.height} alt="" />
          ) : (
            <BrandMark />
          )}
          <span>{site.name}</span>
        </a>
        {page.kind !== "search" && (
          <a class="search-trigger" href={site.search} data-open-search aria-label={t.searchOpen}>
            <SearchIcon size={18} />
            <span class="search-trigger-text">{t.searchPlaceholder}</span>
            <span class="key js-only" aria-hidden="true">
              /
            </span>
          </a>
        )}
        <OfflineBadge />
        <div class="site-tools">
          <LanguageSwitch page={page} />
          <ThemeSwitch />
        </div>
      </div>
    </header>
  );
}
