import type { PocketHelpOptions } from "../api";
import { type Look, THEME_PROPERTIES } from "../protocol";
import type { WidgetSite } from "../site";
import { BLACK_FROM, luminance } from "./luminance";

/**
 * The looks that count now: those of the options before those of the host's `:root` before those of the site.
 *
 * @param box gets them for the launcher and the panel
 */
export function applyLook(box: HTMLElement, site: WidgetSite, options: PocketHelpOptions): Look {
  const { style } = box;
  const host = getComputedStyle(document.documentElement);
  const properties: Record<string, string> = {};
  for (const name of THEME_PROPERTIES) {
    const value = options.theme?.[name] || host.getPropertyValue(name).trim() || site.theme[name] || "";
    style.setProperty(name, value);
    if (value) properties[name] = value;
  }
  const resolve = (color: string | undefined) => {
    // What is no colour leaves the one before.
    style.color = `color(from ${color} srgb r g b)`;
    return getComputedStyle(box).color;
  };
  const wish = options.scheme ?? site.scheme;
  style.colorScheme = wish === "host" ? "inherit" : wish;
  const scheme = luminance(resolve("CanvasText")) > BLACK_FROM ? "dark" : "light";
  resolve(site.brand[scheme]);
  const fill = resolve(properties[THEME_PROPERTIES[0]]);
  style.setProperty("--fill", fill);
  style.setProperty("--on-fill", luminance(fill) > BLACK_FROM ? "#000" : "#fff");
  const zoom = +(options.zoom ?? 1) || 1;
  style.fontSize = `${zoom}em`;
  return { properties, scheme, zoom };
}
