import type { AssetsAnswer, AssetsQuestion, PageMessage } from "../../sw/protocol";
import { scriptUrl } from "../trusted-types";
import { type Watchable, watchable } from "../watchable";

/** The site's service worker, as the page sees it. */
export interface AppWorker {
  /** A new version of the app is on the device and waits. */
  readonly waiting: Watchable<boolean>;
  /** Puts the new version in charge and reloads this tab; other tabs go on with what they have. */
  applyUpdate(): void;
  /** The site's content has changed: the pages that every visit needs are fetched anew. */
  refreshShell(): void;
}

/**
 * Registers the service worker. Plain-http sites and some private windows have none, and nothing depends on it.
 *
 * @returns `undefined` where there is none
 */
export async function registerServiceWorker(base: string): Promise<AppWorker | undefined> {
  const container = serviceWorkers();
  if (!container) return undefined;
  const hadWorker = container.controller !== null;
  answerAssets(container);
  let registration: ServiceWorkerRegistration;
  try {
    registration = await container.register(scriptUrl(`${base}sw.js`), { scope: base, updateViaCache: "none" });
  } catch {
    // A gate that has led the script elsewhere, or a policy: the worker of an earlier visit goes on.
    const known = await container.getRegistration(base).catch(() => undefined);
    if (!known) return undefined;
    registration = known;
  }
  const waiting = watchable(false);
  const look = () => waiting.set(registration.waiting !== null && container.controller !== null);
  look();
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", look));
  container.addEventListener("controllerchange", look);
  const say = (message: PageMessage) => registration.active?.postMessage(message);
  void container.ready.then(() => {
    if (!hadWorker) say({ type: "shown", url: location.href, files: shownFiles() });
    else say({ type: "settled" });
  });
  return {
    waiting,
    applyUpdate() {
      container.addEventListener("controllerchange", () => location.reload(), { once: true });
      registration.waiting?.postMessage({ type: "skip-waiting" } satisfies PageMessage);
    },
    refreshShell: () => say({ type: "refresh-shell" }),
  };
}

/** `undefined` where there are none; in a sandboxed frame already the question throws. */
export function serviceWorkers(): ServiceWorkerContainer | undefined {
  try {
    return (navigator as Partial<Navigator>).serviceWorker;
  } catch {
    return undefined;
  }
}

/** The worker asks which version of the app the page was made of before it clears old ones away. */
function answerAssets(container: ServiceWorkerContainer): void {
  container.addEventListener("message", ({ data, ports }: MessageEvent<AssetsQuestion>) => {
    if (data?.type !== "which-assets") return;
    const named = document.querySelectorAll<HTMLScriptElement | HTMLLinkElement>("script[src], link[rel=stylesheet]");
    const assets: AssetsAnswer = [...named].map((element) => ("src" in element ? element.src : element.href));
    ports[0]?.postMessage(assets);
  });
  container.startMessages();
}

function shownFiles(): string[] {
  return [...document.images]
    .filter(({ complete }) => complete)
    .map(({ currentSrc }) => currentSrc)
    .filter(Boolean);
}
