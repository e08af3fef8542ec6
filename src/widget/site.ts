// What the content build writes into `widget.js`: the site's own settings, so that host pages need to say nothing.

/** Stands in the bundled loader where the settings go. */
export const WIDGET_SITE_MARK = "__POCKET_HELP_SITE__";

export interface WidgetSite {
  /** Words of the launcher and the panel by language of the site, in the site's order. */
  readonly locales: Readonly<Record<string, WidgetWords>>;
  readonly defaultLocale: string;
  readonly position: "start" | "end";
  readonly scheme: "light" | "dark" | "host";
  /** CSS custom properties by name. */
  readonly theme: Readonly<Record<string, string>>;
  /** Fill of the launcher where nobody set an accent, by colour scheme. */
  readonly brand: { readonly light: string; readonly dark: string };
}

export interface WidgetWords {
  /** Value of `lang`: names a region where a language needs one. */
  readonly lang: string;
  /** Name of the help centre, for the panel and its frame. */
  readonly name: string;
  readonly label: string;
  readonly close: string;
  /** A link to the help centre, for when it does not come up in the panel. */
  readonly visit: string;
}
