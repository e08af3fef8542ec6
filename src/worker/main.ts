import { forgetWhenTold } from "../storage/sign-out-channel";
import type { StartSearch, WorkerRequest, WorkerResponse } from "./protocol";
import { SEARCH_CODE } from "./protocol";
import { startSearch } from "./start-search";

/** The part of the global scope that is used: a worker's, with the protocol's types, or a page's. */
declare const self: {
  readonly name: string;
  readonly document?: unknown;
  [SEARCH_CODE]?: StartSearch;
  postMessage(response: WorkerResponse): void;
  addEventListener(type: "message", listener: (event: MessageEvent<WorkerRequest>) => void): void;
};

if (self.document) {
  // A page that may start no worker has loaded this file to run search itself.
  self[SEARCH_CODE] = startSearch;
} else {
  // The page names the worker after the site's base, so that it is known before the first message.
  forgetWhenTold(self.name);
  const receive = startSearch(self.name, (response) => self.postMessage(response));
  self.addEventListener("message", ({ data }) => receive(data));
}
