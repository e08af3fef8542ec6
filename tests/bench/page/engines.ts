import type { createSearchClient, SearchClient } from "../../../src/client/search-client";
import type { openMiniSearch } from "./minisearch";

/** Where a page finds a search engine. */
export type EngineAddress =
  | {
      readonly engine: "pocket-help";
      readonly module: string;
      readonly base: string;
      readonly locale: string;
      /** Whole questions, by what they mean; else as while they are typed, by words. */
      readonly meaning?: true;
    }
  | { readonly engine: "pagefind"; readonly module: string }
  | { readonly engine: "minisearch"; readonly module: string; readonly index: string };

/** Asks a question; resolves to how many results could be shown, ten at most. */
export type Ask = (text: string) => Promise<number>;

export interface Engine {
  readonly ask: Ask;
  /** Resolves when nothing that goes on in the background can slow answers down or change them. */
  settled(): Promise<void>;
}

/** Results that an engine must have ready for showing: titles and, where it has them, snippets. */
const SHOWN = 10;

interface Pagefind {
  init(): Promise<void>;
  search(text: string): Promise<{ results: readonly { data(): Promise<{ excerpt: string }> }[] }>;
}

/** Loads an engine as a page that was just opened does. */
export async function openEngine(address: EngineAddress): Promise<Engine> {
  const module: unknown = await import(/* @vite-ignore */ address.module);
  switch (address.engine) {
    case "pocket-help": {
      const { createSearchClient: create } = module as { createSearchClient: typeof createSearchClient };
      const client = create({ base: address.base, locale: address.locale, saveData: false });
      const settled = () => meaningReady(client);
      const ask: Ask = async (text) => {
        const query = { text, locale: address.locale, limit: SHOWN, partial: !address.meaning };
        const result = await client.search(query, new AbortController().signal);
        if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
        return result.value.articles.length;
      };
      if (!address.meaning) return { ask, settled };
      // What comes before is an answer by words.
      const first = ask("").then(settled);
      return { ask: (text) => first.then(() => ask(text)), settled };
    }
    case "pagefind": {
      const pagefind = module as Pagefind;
      await pagefind.init();
      return alone(async (text) => {
        const { results } = await pagefind.search(text);
        // A result has neither title nor excerpt before its data is there.
        const shown = await Promise.all(results.slice(0, SHOWN).map((result) => result.data()));
        return shown.length;
      });
    }
    case "minisearch": {
      const { openMiniSearch: open } = module as { openMiniSearch: typeof openMiniSearch };
      const ask = await open(address.index);
      return alone(async (text) => Math.min(SHOWN, ask(text)));
    }
  }
}

/** An engine that does nothing unless it is asked. */
function alone(ask: Ask): Engine {
  return { ask, settled: async () => {} };
}

/** Rejects where the site's encoder cannot be used. */
function meaningReady({ meaning }: SearchClient): Promise<void> {
  return new Promise((ready, fail) => {
    meaning.subscribe((state) => {
      if (state.status === "ready") ready();
      if (state.status === "unavailable") fail(new Error(`${state.error.code}: ${state.error.detail}`));
    });
  });
}
