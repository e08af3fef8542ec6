/** A connection that hangs is not waited for: words without looks are better than none. Milliseconds. */
const PATIENCE = 3000;

const loaded = new Map<string, Promise<void>>();

/** Looks that come with what needs them; pages without it are not kept waiting. Never fails. */
export function loadStyles(url: string): Promise<void> {
  const before = loaded.get(url);
  if (before) return before;
  const arrival = new Promise<void>((done) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = url;
    link.addEventListener("load", () => done());
    link.addEventListener("error", () => done());
    document.head.append(link);
    setTimeout(done, PATIENCE);
  });
  loaded.set(url, arrival);
  return arrival;
}
