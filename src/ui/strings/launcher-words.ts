import { type InterfaceLocale, interfaceLocale, type Locale } from "../../domain/locale";

/** Words of the widget in a host's page; the build writes them into `widget.js`. */
export interface LauncherWords {
  readonly label: string;
  readonly close: string;
  /** A link, for when the help centre does not come up in the panel. */
  readonly visit: string;
}

const catalogue: Readonly<Record<InterfaceLocale, LauncherWords>> = {
  en: { label: "Help", close: "Close help", visit: "Help cannot be shown here. Open it in a new tab" },
  zh: { label: "帮助", close: "关闭帮助", visit: "此处无法显示帮助，请在新标签页中打开" },
};

export function launcherWordsFor(locale: Locale): LauncherWords {
  return catalogue[interfaceLocale(locale)];
}
