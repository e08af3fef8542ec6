const KEY_NAMES: Readonly<Record<string, string>> = {
  ctrl: "Ctrl",
  control: "Ctrl",
  cmd: "Cmd",
  command: "Cmd",
  win: "Win",
  windows: "Win",
  esc: "Esc",
  escape: "Esc",
  del: "Del",
  delete: "Del",
  pageup: "Page Up",
  "page-up": "Page Up",
  pagedown: "Page Down",
  "page-down": "Page Down",
};

function keys(whole: string, inside: string): string {
  const parts = inside.split("+").map((part) => part.replace(/^"(.*)"$/, "$1"));
  if (
    parts.length === 1 &&
    !/^(?:f\d\d?|[a-z0-9]|"[^"]*"|enter|tab|space|shift|alt|option|backspace|home|end|insert|(?:arrow-)?(?:up|down|left|right)|meta|print-screen|caps-lock)$/i.test(
      inside,
    ) &&
    !Object.hasOwn(KEY_NAMES, inside)
  )
    return whole;
  const shown = parts.map(
    (part) => KEY_NAMES[part] ?? part.charAt(0).toUpperCase() + part.slice(1).replaceAll("-", " "),
  );
  return shown.map((part) => `<kbd>${part.replace(/[<&]/g, "")}</kbd>`).join("+");
}

const COMBINATION =
  /(?<![\w+])\+\+((?:[\w-]{1,20}|"[^"\n+]{1,40}")(?:\+(?:[\w-]{1,20}|"[^"\n+]{1,40}"))*)\+\+(?![\w+])/g;

/** `++ctrl+alt+k++` of MkDocs. Words that are no keys (`++added++`) are inserted text in other dialects. */
export function withKeys(text: string): string {
  return text.replace(COMBINATION, keys);
}
