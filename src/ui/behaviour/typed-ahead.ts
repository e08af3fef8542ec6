/** Collects what is typed outside any field, from now until `end`: keys pressed while a dialog's code is loading. */
export function typedAhead(): { end(): string } {
  let text = "";
  const collect = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if ((event.target as Element | null)?.closest?.("input, textarea, select, [contenteditable]")) return;
    if (event.key === "Backspace") text = text.slice(0, -1);
    else if (event.key.length === 1) text += event.key;
    else return;
    event.preventDefault();
  };
  document.addEventListener("keydown", collect, true);
  return {
    end() {
      document.removeEventListener("keydown", collect, true);
      return text;
    },
  };
}
