import { useEffect, useState } from "preact/hooks";
import type { ReaderState, SearchClient } from "../search/search-client";
import type { SearchContext } from "../search/search-context";

export interface ReaderChoice {
  readonly reader: ReaderState;
  /** The person said "not now", at this visit or an earlier one. */
  readonly declined: boolean;
  /** Fetches it, now and at later visits. */
  readonly fetch: () => void;
  /** Does without it, now and at later visits; a transfer under way ends. */
  readonly decline: () => void;
}

/** Where the reader stands, and the person's choice about it, which the device remembers. */
export function useReader(context: SearchContext): ReaderChoice {
  const { store } = context;
  const [reader, setReader] = useState<ReaderState>({ status: "off" });
  const [wanted, setWanted] = useState(() => store.get("readerModel"));

  useEffect(() => {
    let stop: (() => void) | undefined;
    let gone = false;
    withClient(context, (client) => {
      if (!gone) stop = client.reader.subscribe(setReader);
    });
    return () => {
      gone = true;
      stop?.();
    };
  }, [context]);

  useEffect(() => {
    // What was chosen at an earlier visit holds: it is neither offered again nor fetched against the person's will.
    if (reader.status === "offered" && wanted === true) withClient(context, (client) => client.loadReader());
    if (reader.status === "loading" && wanted === false) withClient(context, (client) => client.stopReader());
  }, [context, reader.status, wanted]);

  return {
    reader,
    declined: wanted === false,
    fetch() {
      store.set("readerModel", true);
      setWanted(true);
      // What is offered is fetched as soon as it is wanted, see above.
      if (reader.status !== "offered") withClient(context, (client) => client.loadReader());
    },
    decline() {
      store.set("readerModel", false);
      setWanted(false);
    },
  };
}

/** A client that cannot be had is told by the next question. */
function withClient(context: SearchContext, use: (client: SearchClient) => void): void {
  context.loadClient().then(use, () => undefined);
}
