import { cacheName } from "../storage/caches";
import type { AssetsAnswer, AssetsQuestion } from "./protocol";
import { base } from "./site";

declare const self: ServiceWorkerGlobalScope;

/** How long an open page may take to answer. */
const PATIENCE = 1500;

/**
 * Paths of the scripts and styles that open tabs and stored pages are made of.
 *
 * @returns `undefined` when a tab does not answer: frozen ones need their files again when they wake
 */
export async function assetsInUse(): Promise<ReadonlySet<string> | undefined> {
  const clients = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const answers = await Promise.all(clients.filter(({ url }) => new URL(url).pathname.startsWith(base)).map(ask));
  if (answers.includes(undefined)) return undefined;
  const stored = await Promise.all((["pages", "files"] as const).map((kind) => namedByPages(cacheName(base, kind))));
  return new Set([...answers.flatMap((answer) => answer ?? []), ...stored.flat()]);
}

function ask(client: Client): Promise<AssetsAnswer | undefined> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    const timer = setTimeout(() => done(undefined), PATIENCE);
    port1.onmessage = ({ data }: MessageEvent<AssetsAnswer>) => {
      clearTimeout(timer);
      done(data.map((address) => new URL(address).pathname));
    };
    client.postMessage({ type: "which-assets" } satisfies AssetsQuestion, [port2]);
  });
}

async function namedByPages(name: string): Promise<string[]> {
  const cache = await caches.open(name);
  const found = new Set<string>();
  for (const request of await cache.keys()) {
    const response = await cache.match(request);
    if (!response?.headers.get("Content-Type")?.includes("html")) continue;
    for (const [, path] of (await response.text()).matchAll(/(?:src|href)="([^"]*\/assets\/[^"]+)"/g)) found.add(path!);
  }
  return [...found];
}
