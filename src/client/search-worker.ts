// The worker's file, as an address: starting it needs a trusted one.
import workerUrl from "../worker/main?worker&url";
import { SEARCH_CODE, type StartSearch, type WorkerRequest, type WorkerResponse } from "../worker/protocol";
import { scriptUrl } from "./trusted-types";

/** What the page needs of the worker. */
export type SearchWorker = Pick<Worker, "postMessage" | "addEventListener" | "terminate">;

/** A frame that its host has sandboxed without `allow-same-origin`: it has no worker of the site, and keeps nothing. */
export function isOpaque(): boolean {
  return globalThis.origin === "null";
}

/** The worker learns the site's base from its name. Where none may be started, the page does its work. */
export function startSearchWorker(base: string): SearchWorker {
  if (!isOpaque()) {
    try {
      return new Worker(scriptUrl(workerUrl), { type: "module", name: base });
    } catch {
      // Forbidden here.
    }
  }
  return searchInPage(base);
}

/** The same file as a module of the page: slower to the touch while it encodes, but search and answers are there. */
function searchInPage(base: string): SearchWorker {
  const { port1, port2 } = new MessageChannel();
  import(/* @vite-ignore */ new URL(workerUrl, import.meta.url).href).then(
    () => {
      const start = (globalThis as { [SEARCH_CODE]?: StartSearch })[SEARCH_CODE];
      const receive = start?.(base, (response: WorkerResponse) => port2.postMessage(response));
      port2.onmessage = ({ data }: MessageEvent<WorkerRequest>) => receive?.(data);
    },
    (error: unknown) => port1.dispatchEvent(new ErrorEvent("error", { message: String(error) })),
  );
  port1.start();
  return Object.assign(port1, { terminate: () => port1.close() }) as SearchWorker;
}
