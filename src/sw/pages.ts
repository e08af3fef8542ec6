import { DEVICE_COPY_META, OWN_PAGE_MARK } from "../domain/device-copy";
import { isGate } from "../domain/sign-in";
import { cacheName, keptAddress, stamped, takenAt } from "../storage/caches";
import { isForgotten } from "../storage/forgotten";
import { createKeptStore } from "../storage/kept-store";
import { base, fallbackPage, pageAddress, shellPages } from "./site";
import { trim } from "./trim";

/** How long a page of the device waits for the site's newer one. */
const PATIENCE = 3000;
/** Pages that were read stay, up to so many. */
const MOST_PAGES = 250;

const store = createKeptStore(base);
const openPages = () => caches.open(cacheName(base, "pages"));

/** A page as the device has it, and since when. */
interface DeviceCopy {
  readonly response: Response;
  readonly at: number;
}

/** Stores the pages that every visit needs. @throws TypeError when the site does not give them */
export async function storeShell(): Promise<void> {
  await Promise.all(
    shellPages().map(async (address) => {
      const response = await fetch(address, { cache: "no-cache", credentials: "same-origin" });
      if (!(await rememberPage(address, response))) throw new TypeError(`${address} is no page of ours`);
    }),
  );
}

/** Stores them again where the reader has erased them. */
export async function mendShell(): Promise<void> {
  const cache = await openPages();
  for (const address of shellPages()) if (!(await cache.match(address))) return storeShell();
}

/** Answers a navigation: the site's page if it comes in time, else the device's, else a page that says so. */
export async function answerNavigation(event: FetchEvent): Promise<Response> {
  const url = new URL(event.request.url);
  const address = pageAddress(url);
  let stored: Promise<unknown> = Promise.resolve();
  const fresh = fetch(event.request).then(
    (response) => {
      stored = rememberPage(address, response.clone()).then((remembered) => (remembered ? trimPages() : undefined));
      return response;
    },
    () => undefined,
  );
  // A page that comes too late for this visit is there for the next one.
  event.waitUntil(fresh.then(() => stored));
  const patience = new Promise<"late">((done) => setTimeout(done, PATIENCE, "late"));
  const first = await Promise.race([fresh, patience]);
  // Gates refuse to be framed: in a frame their page would be a blank one, and nobody could sign in.
  const isShut = async (answer: Response) => isFramed(event.request) && (await isGate(answer.clone()));
  if (first !== "late" && first && first.status < 500 && !(await isShut(first))) return first;
  const copy = await deviceCopy(address);
  if (copy) return marked(copy);
  const late = await fresh;
  if (late && !(await isShut(late))) return late;
  const fallback = await (await openPages()).match(fallbackPage(address));
  return fallback ?? Response.error();
}

function isFramed({ destination }: Request): boolean {
  return destination === "iframe" || destination === "frame";
}

/** Stores a page, if it is one of ours and whole: no redirect, no error, no login page. @returns whether it was stored */
export async function rememberPage(address: string, response: Response): Promise<boolean> {
  if (!response.ok || response.status !== 200 || response.redirected || response.type !== "basic") return false;
  if (!response.headers.get("Content-Type")?.includes("text/html")) return false;
  try {
    const html = await response.text();
    if (!html.includes(OWN_PAGE_MARK) || isForgotten()) return false;
    await (await openPages()).put(address, stamped(html, response, Date.now()));
    return true;
  } catch {
    // Cut off on the way, or no room left: the page is shown all the same.
    return false;
  }
}

/** The younger of the kept copy and the one from the last visit. */
async function deviceCopy(address: string): Promise<DeviceCopy | undefined> {
  const [kept, read] = await Promise.all([keptPage(address), readPage(address)]);
  if (kept && read) return read.at > kept.at ? read : kept;
  return kept ?? read;
}

async function readPage(address: string): Promise<DeviceCopy | undefined> {
  const response = await (await openPages()).match(address);
  return response && { response, at: takenAt(response) };
}

async function keptPage(address: string): Promise<DeviceCopy | undefined> {
  const path = `${decodeURIComponent(address.slice(base.length))}index.html`;
  for (const { copy } of await store.all()) {
    const file = copy?.manifest.pages.find((page) => page.path === path);
    if (!copy || !file) continue;
    const response = await (await caches.open(cacheName(base, "files"))).match(keptAddress(base, file));
    if (response) return { response, at: copy.at };
  }
  return undefined;
}

/** Tells the page that it comes from the device, and since when it is there. */
async function marked({ response, at }: DeviceCopy): Promise<Response> {
  const html = await response.text();
  const meta = `<meta name="${DEVICE_COPY_META}" content="${new Date(at).toISOString()}">`;
  const headers = new Headers(response.headers);
  return new Response(html.replace("</head>", `${meta}</head>`), { headers });
}

async function trimPages(): Promise<void> {
  await trim(await openPages(), MOST_PAGES, new Set(shellPages()));
}
