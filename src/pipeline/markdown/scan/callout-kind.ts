/** The looks a callout can have. */
export type CalloutKind = "note" | "tip" | "important" | "warning" | "caution";

const KINDS: Readonly<Record<string, CalloutKind>> = {
  note: "note",
  info: "note",
  abstract: "note",
  summary: "note",
  tldr: "note",
  todo: "note",
  example: "note",
  quote: "note",
  cite: "note",
  seealso: "note",
  question: "note",
  faq: "note",
  help: "note",
  default: "note",
  tip: "tip",
  hint: "tip",
  success: "tip",
  check: "tip",
  done: "tip",
  important: "important",
  warning: "warning",
  warn: "warning",
  attention: "warning",
  caution: "caution",
  danger: "caution",
  error: "caution",
  failure: "caution",
  fail: "caution",
  missing: "caution",
  bug: "caution",
  alert: "warning",
  tips: "tip",
  notes: "note",
  primary: "note",
  secondary: "note",
  注意: "warning",
  提示: "tip",
  说明: "note",
  信息: "note",
  重要: "important",
  警告: "warning",
  危险: "caution",
};

const TITLES: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  note: ["Note", "注意"],
  info: ["Info", "信息"],
  abstract: ["Summary", "摘要"],
  todo: ["To do", "待办"],
  example: ["Example", "示例"],
  quote: ["Quote", "引用"],
  question: ["Question", "问题"],
  seealso: ["See also", "另请参阅"],
  tip: ["Tip", "提示"],
  success: ["Done", "完成"],
  important: ["Important", "重要"],
  warning: ["Warning", "警告"],
  caution: ["Caution", "小心"],
  danger: ["Danger", "危险"],
  注意: ["注意", "注意"],
  说明: ["说明", "说明"],
  bug: ["Known problem", "已知问题"],
  history: ["History", "历史"],
};

const SAME: Readonly<Record<string, string>> = {
  summary: "abstract",
  tldr: "abstract",
  cite: "quote",
  faq: "question",
  help: "question",
  default: "note",
  hint: "tip",
  check: "success",
  done: "success",
  warn: "warning",
  attention: "warning",
  alert: "warning",
  tips: "tip",
  notes: "note",
  primary: "note",
  secondary: "note",
  提示: "tip",
  信息: "info",
  重要: "important",
  警告: "warning",
  危险: "danger",
  error: "danger",
  failure: "danger",
  fail: "danger",
  missing: "danger",
};

/** The look for a name used by any of the dialects, in any case; undefined when it names no callout. */
export function calloutKind(name: string): CalloutKind | undefined {
  const key = name.toLowerCase();
  return Object.hasOwn(KINDS, key) ? KINDS[key] : undefined;
}

/** The title of a callout whose author gave none. */
export function calloutTitle(name: string, chinese: boolean): string {
  const key = name.toLowerCase();
  const titles = TITLES[SAME[key] ?? key] ?? TITLES.note;
  return titles?.[chinese ? 1 : 0] ?? "";
}
