import type { createSearchClient, SearchClient } from "../../../src/client/search-client";
import type { EngineAddress } from "./engines";

/** How a list of questions fared. */
export interface SoakResult {
  readonly answered: number;
  /** Given up before an answer came, as when the next letter is typed. */
  readonly aborted: number;
  readonly failures: readonly string[];
  readonly slowestMs: number;
}

/** Questions asked in one go. Of every second such burst, all but the last are given up, as when letters are typed. */
const BURST = 5;

const clients = new Map<string, SearchClient>();

/** Asks the page's own search client, one client per language as long as the page lives. */
export async function soakQueries(
  { module, base, locale }: Extract<EngineAddress, { engine: "pocket-help" }>,
  texts: readonly string[],
): Promise<SoakResult> {
  const { createSearchClient: create } = (await import(/* @vite-ignore */ module)) as {
    createSearchClient: typeof createSearchClient;
  };
  const client = clients.get(locale) ?? create({ base, locale });
  clients.set(locale, client);
  let answered = 0;
  let aborted = 0;
  let slowestMs = 0;
  const failures: string[] = [];
  const ask = async (text: string, signal: AbortSignal): Promise<void> => {
    const start = performance.now();
    try {
      const result = await client.search({ text, locale, partial: true }, signal);
      if (result.ok) answered++;
      else failures.push(`${result.error.code} ${result.error.detail}: ${text.slice(0, 80)}`);
    } catch (error) {
      if (signal.aborted) aborted++;
      else failures.push(`${error}: ${text.slice(0, 80)}`);
    }
    slowestMs = Math.max(slowestMs, performance.now() - start);
  };
  for (let from = 0; from < texts.length; from += BURST) {
    const burst = texts.slice(from, from + BURST).map((text) => ({ text, controller: new AbortController() }));
    const asked = burst.map(({ text, controller }) => ask(text, controller.signal));
    const typing = (from / BURST) % 2 === 1;
    if (typing) for (const { controller } of burst.slice(0, -1)) controller.abort();
    await Promise.all(asked);
  }
  return { answered, aborted, failures, slowestMs };
}
