import { createPartialResponse } from "workbox-range-requests";
import { UNLOCK } from "../domain/own-pages";
import { VAULT_FILE, VAULT_FOLDER } from "../domain/vault";
import { cacheName, stamped } from "../storage/caches";
import { isForgotten } from "../storage/forgotten";
import { appFile } from "./app-files";
import { base, site } from "./site";
import { trim } from "./trim";

declare const self: ServiceWorkerGlobalScope;

/** Pictures and other files of read pages stay, up to so many. */
const MOST_FILES = 400;
/** How long the device's copy of a manifest waits for the site's. */
const PATIENCE = 3000;

const open = (kind: "seen" | "files" | "pages") => caches.open(cacheName(base, kind));

/** A file that never changes under its name: from the device if it is there. */
export async function answerHashedFile(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const known = (await appFile(request)) ?? (await matchIn("files", request)) ?? (await matchIn("seen", request));
  if (known) return request.headers.has("Range") ? createPartialResponse(request, known) : known;
  const response = await fetch(request);
  // `no-cache` is how "keep for offline" asks: it stores the file itself.
  if (request.cache !== "no-cache" && isWhole(response)) {
    const copy = response.clone();
    // Search, a worker, keeps its packs itself; a script that only it loads is too large to be kept beforehand.
    // Nobody else keeps what is sealed: decrypted, it stays in memory.
    const isSealed = new URL(request.url).pathname.startsWith(`${base}${VAULT_FOLDER}/`);
    const isKeptHere = request.destination === "script" || isSealed || isFromPage(event);
    event.waitUntil(Promise.resolve(isKeptHere).then((yes) => (yes ? remember(request, copy) : undefined)));
  }
  return response;
}

/** A part of a model, or of what runs it: from the device if it is there. */
export async function answerModelFile(event: FetchEvent): Promise<Response> {
  const { request } = event;
  // Search's worker keeps what it asks for itself, and asks only for what it lacks.
  if (request.cache === "no-cache") return fetch(request);
  const cache = await caches.open(cacheName(base, "models"));
  const known = await cache.match(request.url, { ignoreVary: true });
  return known ?? fetch(request);
}

/** An icon: its name stays when it changes, so this version's own copy or the site's. */
export async function answerIcon(event: FetchEvent): Promise<Response> {
  return (await appFile(event.request)) ?? fetch(event.request);
}

/** What says that something is new: asked for on every page, and useful without a network as it was. */
export const NEWS: readonly string[] = [
  `${base}packs/manifest.json`,
  `${base}updates.json`,
  ...(site.ownPages.includes(UNLOCK) ? [base + VAULT_FILE] : []),
];

/** The first page asks for them before the service worker is there. */
export async function storeNews(): Promise<void> {
  const cache = await open("pages");
  await Promise.all(
    NEWS.map(async (address) => {
      const response = await fetch(address, { cache: "no-cache", credentials: "same-origin" }).catch(() => undefined);
      if (response && isNews(response)) await cache.put(address, stamped(await response.text(), response, Date.now()));
    }),
  );
}

function isNews(response: Response): boolean {
  const isJson = response.headers.get("Content-Type")?.includes("json") === true;
  return response.status === 200 && !response.redirected && isJson;
}

/** The content's manifest and its like: the site's if it comes in time, else the last one seen. */
export async function answerNews(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const cache = await open("pages");
  let stored: Promise<unknown> = Promise.resolve();
  const fresh = fetch(request).then(
    (response) => {
      if (isNews(response)) {
        const copy = response.clone();
        stored = copy.text().then((text) => {
          if (!isForgotten()) return cache.put(request.url, stamped(text, copy, Date.now()));
        });
      }
      return response;
    },
    () => undefined,
  );
  event.waitUntil(fresh.then(() => stored).catch(() => undefined));
  const first = await Promise.race([fresh, new Promise<undefined>((done) => setTimeout(done, PATIENCE))]);
  if (first && first.status < 500) return first;
  return (await cache.match(request.url)) ?? (await fresh) ?? Response.error();
}

/** Stores a file that a page has shown before the service worker was there. */
export async function rememberFile(address: string): Promise<void> {
  const request = new Request(address, { credentials: "same-origin" });
  if ((await appFile(request)) ?? (await matchIn("files", request)) ?? (await matchIn("seen", request))) return;
  const response = await fetch(request);
  if (isWhole(response)) await remember(request, response);
}

async function matchIn(kind: "seen" | "files", request: Request): Promise<Response | undefined> {
  // The same file is the same whatever the header that asked for it.
  return (await open(kind)).match(request.url, { ignoreVary: true });
}

async function isFromPage({ clientId }: FetchEvent): Promise<boolean> {
  return (await self.clients.get(clientId))?.type === "window";
}

/** Parts, errors and pages in a file's place are worth nothing. */
function isWhole(response: Response): boolean {
  const isPage = response.headers.get("Content-Type")?.includes("text/html");
  return !isPage && response.status === 200 && response.type === "basic" && !response.redirected;
}

async function remember(request: Request, response: Response): Promise<void> {
  if (isForgotten()) return;
  try {
    const cache = await open("seen");
    await cache.put(request.url, response);
    await trim(cache, MOST_FILES);
  } catch {
    // No room left: it is shown all the same.
  }
}
