import { registerRoute } from "workbox-routing";
import { VAULT_FOLDER } from "../domain/vault";
import { isForgotten } from "../storage/forgotten";
import { forgetWhenTold } from "../storage/sign-out-channel";
import { installApp, mendApp, pruneApps } from "./app-files";
import { answerHashedFile, answerIcon, answerModelFile, answerNews, NEWS, rememberFile, storeNews } from "./files";
import { answerNavigation, mendShell, rememberPage, storeShell } from "./pages";
import type { PageMessage } from "./protocol";
import { appFiles, base, pageAddress } from "./site";

declare const self: ServiceWorkerGlobalScope;

// The site without a network: pages that were read or are kept, the app's files, search's packs. Nothing here adds
// anything to what the site's own pages load, and nothing is sent anywhere.

const icons = new Set(appFiles.map(({ url }) => url).filter((url) => !url.startsWith(`${base}assets/`)));

self.addEventListener("install", (event) => {
  event.waitUntil(installApp(event).then(storeShell).then(storeNews));
});

self.addEventListener("activate", (event) => {
  // The page that brought the worker is looked after from now on, not from its next visit.
  event.waitUntil(self.clients.claim().then(pruneApps));
});

// Whoever signs out leaves pages open that still ask for this and that: the site answers, and nothing is looked up, for
// already looking creates a cache. Before the routes, whose own listener comes after this one.
forgetWhenTold(base);
self.addEventListener("fetch", (event) => {
  if (isForgotten()) event.stopImmediatePropagation();
});

self.addEventListener("message", (event) => {
  const message = event.data as PageMessage;
  switch (message.type) {
    case "skip-waiting":
      event.waitUntil(self.skipWaiting());
      return;
    case "shown":
      event.waitUntil(rememberShown(message.url, message.files).then(pruneApps));
      return;
    case "settled":
      event.waitUntil(settle().catch(() => undefined));
      return;
    case "refresh-shell":
      event.waitUntil(storeShell().then(storeNews, () => undefined));
      return;
    default:
      // A page of another version may say more than this worker understands.
      return;
  }
});

/** A page stands and nobody waits: the moment for tidying up. */
async function settle(): Promise<void> {
  if (isForgotten()) return;
  await pruneApps();
  await mendApp();
  await mendShell();
}

const below =
  (folder: string) =>
  ({ url, sameOrigin }: { url: URL; sameOrigin: boolean }) =>
    sameOrigin && url.pathname.startsWith(base + folder);

registerRoute(
  ({ request, url, sameOrigin }) => sameOrigin && wantsPage(request) && isPage(url),
  ({ event }) => answerNavigation(event as FetchEvent),
);
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && NEWS.includes(url.pathname),
  ({ event }) => answerNews(event as FetchEvent),
);
for (const folder of ["assets/", "media/", "packs/", `${VAULT_FOLDER}/`]) {
  registerRoute(below(folder), ({ event }) => answerHashedFile(event as FetchEvent));
}
registerRoute(below("models/"), ({ event }) => answerModelFile(event as FetchEvent));
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && icons.has(url.pathname),
  ({ event }) => answerIcon(event as FetchEvent),
);

/** A navigation, or a document that turns its pages itself. */
function wantsPage({ mode, headers }: Request): boolean {
  return mode === "navigate" || headers.get("Accept") === "text/html";
}

/** Downloads and opened pictures are navigations too; they are files. */
function isPage({ pathname }: URL): boolean {
  return pathname.startsWith(base) && !/^(assets|media|models|packs|sealed)\//.test(pathname.slice(base.length));
}

/** The first page was there before the worker. */
async function rememberShown(address: string, files: readonly string[]): Promise<void> {
  const url = new URL(address);
  if (url.origin !== self.location.origin || !isPage(url)) return;
  const page = pageAddress(url);
  try {
    await rememberPage(page, await fetch(page, { credentials: "same-origin" }));
    for (const file of files) if (new URL(file).origin === url.origin) await rememberFile(file);
  } catch {
    // The network went away in between.
  }
}
