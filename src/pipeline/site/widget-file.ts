import { brandColors } from "../../domain/colour";
import type { SiteConfig } from "../../domain/config";
import { htmlLang, type Locale, localized } from "../../domain/locale";
import { launcherWordsFor } from "../../ui/strings/launcher-words";
import { WIDGET_SITE_MARK, type WidgetSite, type WidgetWords } from "../../widget/site";
import type { OutputFile } from "../packs";

/**
 * `widget.js` with the site's own settings, so that a host page needs nothing but the script tag.
 *
 * @param script as Vite built it, with its mark
 * @throws Error when the script has lost its mark
 */
export function widgetFile(
  script: string,
  config: SiteConfig,
  locales: readonly Locale[],
  defaultLocale: Locale,
): OutputFile {
  if (script.split(WIDGET_SITE_MARK).length !== 2) {
    throw new Error(`widget.js must name ${WIDGET_SITE_MARK} once; build the app again.`);
  }
  const words = (locale: Locale): WidgetWords => {
    const own = launcherWordsFor(locale);
    const label = config.widget.label === undefined ? own.label : localized(config.widget.label, locale);
    return { lang: htmlLang(locale), name: localized(config.name, locale), ...own, label };
  };
  const { brand, brandDark } = brandColors(config.brandColor);
  const site: WidgetSite = {
    locales: Object.fromEntries(locales.map((locale) => [locale, words(locale)])),
    defaultLocale,
    position: config.widget.position,
    scheme: config.widget.scheme,
    theme: config.widget.theme,
    brand: { light: brand, dark: brandDark },
  };
  return { path: "widget.js", bytes: Buffer.from(script.replace(WIDGET_SITE_MARK, () => JSON.stringify(site))) };
}
