import MiniSearch from "minisearch";
import { MINISEARCH_OPTIONS, type MiniSearchDocument } from "./minisearch-options";

/** MiniSearch as VitePress uses it: a ready-made index, loaded and asked on the page's thread. @returns asks; counts */
export async function openMiniSearch(indexUrl: string): Promise<(text: string) => number> {
  const response = await fetch(indexUrl);
  const index = MiniSearch.loadJSON<MiniSearchDocument>(await response.text(), MINISEARCH_OPTIONS);
  return (text) => index.search(text).length;
}
