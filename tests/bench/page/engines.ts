import type { createSearchClient } from "../../../src/client/search-client";
import type { openMiniSearch } from "./minisearch";

/** Where a page finds a search engine. */
export type EngineAddress =
  | { readonly engine: "pocket-help"; readonly module: string; readonly base: string; readonly locale: string }
  | { readonly engine: "pagefind"; readonly module: string }
  | { readonly engine: "minisearch"; readonly module: string; readonly index: string };

/** Asks a question; resolves to how many results could be shown, ten at most. */
export type Ask = (text: string) => Promise<number>;

/** Results that an engine must have ready for showing: titles and, where it has them, snippets. */
const SHOWN = 10;

interface Pagefind {
  init(): Promise<void>;
  search(text: string): Promise<{ results: readonly { data(): Promise<{ excerpt: string }> }[] }>;
}

/** Loads an engine as a page that was just opened does. */
export async function openEngine(address: EngineAddress): Promise<Ask> {
  const module: unknown = await import(/* @vite-ignore */ address.module);
  switch (address.engine) {
    case "pocket-help": {
      const { createSearchClient: create } = module as { createSearchClient: typeof createSearchClient };
      const client = create({ base: address.base, locale: address.locale });
      return async (text) => {
        const query = { text, locale: address.locale, limit: SHOWN, partial: true };
        const result = await client.search(query, new AbortController().signal);
        if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
        return result.value.articles.length;
      };
    }
    case "pagefind": {
      const pagefind = module as Pagefind;
      await pagefind.init();
      return async (text) => {
        const { results } = await pagefind.search(text);
        // A result has neither title nor excerpt before its data is there.
        const shown = await Promise.all(results.slice(0, SHOWN).map((result) => result.data()));
        return shown.length;
      };
    }
    case "minisearch": {
      const { openMiniSearch: open } = module as { openMiniSearch: typeof openMiniSearch };
      const ask = await open(address.index);
      return async (text) => Math.min(SHOWN, ask(text));
    }
  }
}
