import { brandColors } from "../../domain/colour";
import { htmlLang } from "../../domain/locale";
import type { SiteModel } from "../../ui/page-model";
import { stringsFor } from "../../ui/strings/catalogue";
import type { OutputFile } from "../packs";
import { descriptionsFor } from "./descriptions";

/** Backgrounds of the two colour schemes, as in `src/ui/styles/tokens.css`. */
export const THEME_COLORS = { light: "#ffffff", dark: "#131615" } as const;

/** Home screens cut longer names. */
const SHORT_NAME = 12;

/** Address of a language's web app manifest. */
export function webManifestHref(site: SiteModel): string {
  return `${site.home}app.webmanifest`;
}

/**
 * https://www.w3.org/TR/appmanifest/, in one language. All languages name the same app, so that a visitor who
 * switches is not offered a second one.
 */
export function webManifestFile(site: SiteModel, brandColor: string): OutputFile {
  const t = stringsFor(site.locale);
  const { base } = site;
  const icon = (src: string, sizes: string, purpose?: string) => ({
    src: base + src,
    sizes,
    type: "image/png",
    ...(purpose !== undefined && { purpose }),
  });
  const shortcut = (name: string, url: string) => ({ name, url, icons: [icon("icon-192.png", "192x192")] });
  const manifest = {
    id: base,
    name: site.name,
    short_name: shortened(site.name),
    description: site.tagline ?? descriptionsFor(site.locale).home(site.name),
    lang: htmlLang(site.locale),
    start_url: site.home,
    scope: base,
    display: "standalone",
    background_color: THEME_COLORS.light,
    theme_color: brandColors(brandColor).brand,
    categories: ["productivity", "utilities"],
    icons: [
      icon("icon-192.png", "192x192"),
      icon("icon-512.png", "512x512"),
      icon("icon-maskable-512.png", "512x512", "maskable"),
      ...(site.logo?.src.endsWith(".svg") ? [{ src: site.logo.src, sizes: "any", type: "image/svg+xml" }] : []),
    ],
    shortcuts: [
      shortcut(t.search, site.search),
      ...(site.ask === undefined ? [] : [shortcut(t.askQuestion, site.ask)]),
      shortcut(t.contact, site.contact),
    ],
    // Text shared from another app becomes a question; a page shared without text, its title.
    share_target: {
      action: site.search,
      method: "GET",
      // What it is anyway; Chromium complains where it is not said.
      enctype: "application/x-www-form-urlencoded",
      params: { title: "title", text: "q", url: "url" },
    },
  };
  const path = `${decodeURIComponent(webManifestHref(site).slice(base.length))}`;
  return { path, bytes: Buffer.from(JSON.stringify(manifest)) };
}

/** The first words that fit; a name without spaces is left to the launcher. */
function shortened(name: string): string {
  if ([...name].length <= SHORT_NAME) return name;
  let short = "";
  for (const word of name.split(" ")) {
    const longer = short === "" ? word : `${short} ${word}`;
    if ([...longer].length > SHORT_NAME) break;
    short = longer;
  }
  return short === "" ? name : short;
}
