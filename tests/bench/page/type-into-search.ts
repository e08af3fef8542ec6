/** Longest wait for a field or a result, in milliseconds. */
const PATIENCE = 30_000;

/** Opens the page's search by its key, types, and resolves in the frame that shows the first result. */
export async function typeIntoSearch(text: string): Promise<void> {
  const field = appearing<HTMLInputElement>("dialog[open] input[role=combobox]");
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "/", bubbles: true, cancelable: true }));
  const input = await field;
  const result = appearing("dialog[open] [role=option]");
  input.value = text;
  input.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText", data: text }));
  await result;
  await new Promise((done) => requestAnimationFrame(done));
}

function appearing<T extends Element = Element>(selector: string): Promise<T> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => {
      observer.disconnect();
      fail(new Error(`${selector} did not appear within ${PATIENCE} ms`));
    }, PATIENCE);
    const look = () => {
      const found = document.querySelector<T>(selector);
      if (!found) return;
      clearTimeout(timer);
      observer.disconnect();
      done(found);
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["open", "role"] });
    look();
  });
}
