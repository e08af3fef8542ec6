import type { InterfaceLocale } from "../../domain/locale";

/** What an action card says; written into the page by the build, so that the script needs no words. */
export interface ActionWords {
  readonly open: string;
  readonly optional: string;
  readonly example: string;
  readonly newTab: string;
  readonly missing: string;
  readonly mismatch: string;
  readonly offline: string;
  readonly online: string;
  readonly noScript: string;
  readonly noScriptLink: string;
}

export const actionWords: Readonly<Record<InterfaceLocale, ActionWords>> = {
  en: {
    open: "Open",
    optional: "(optional)",
    example: "For example",
    newTab: "(opens in a new tab)",
    missing: "Please fill this in.",
    mismatch: "This does not look right yet.",
    offline:
      "You seem to be offline, and this opens a page on the web. What you typed stays here: connect and try again, or press once more to open it anyway.",
    online: "You are online again. You can open it now.",
    noScript: "Filling this in here needs JavaScript, which is switched off.",
    noScriptLink: "You can fill it in there instead:",
  },
  zh: {
    open: "打开",
    optional: "（选填）",
    example: "例如",
    newTab: "（在新标签页中打开）",
    missing: "请填写此项。",
    mismatch: "格式似乎不对。",
    offline:
      "您似乎处于离线状态，而此操作需要打开网页。您填写的内容会留在这里：联网后请再试一次，或者再按一次直接打开。",
    online: "网络已恢复，现在可以打开了。",
    noScript: "在此填写需要 JavaScript，而此浏览器已将其关闭。",
    noScriptLink: "您可以前往这里填写：",
  },
};
