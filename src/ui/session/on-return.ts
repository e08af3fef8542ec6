/** Runs whenever the person comes back to this page, perhaps from signing in elsewhere. @returns a function that ends it */
export function onReturn(run: () => void): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  const back = () => {
    if (document.visibilityState === "visible") run();
  };
  addEventListener("focus", back, { signal });
  document.addEventListener("visibilitychange", back, { signal });
  return () => ended.abort();
}
