import { vi } from "vitest";
import { type Settable, watchable } from "../../../../src/client/watchable";
import type { Answer, AnswerStage } from "../../../../src/domain/answer";
import type { AppError } from "../../../../src/domain/errors";
import type { Result } from "../../../../src/domain/result";
import type { SearchQuery } from "../../../../src/domain/search";
import { createDeviceStore } from "../../../../src/ui/behaviour/device-store";
import type { PageData } from "../../../../src/ui/page-model";
import type { ReaderState, SearchClient } from "../../../../src/ui/search/search-client";
import type { SearchContext } from "../../../../src/ui/search/search-context";

/** A question that waits for the test to answer it. */
export interface AskedQuestion {
  readonly query: SearchQuery;
  readonly signal: AbortSignal;
  readonly stage: (stage: AnswerStage) => void;
  readonly answer: (result: Result<Answer, AppError>) => void;
}

/** What the interface is given by a page, with a client that answers when the test says so. */
export function fakeContext(parts: Partial<PageData> = {}): {
  context: SearchContext;
  client: SearchClient;
  asked: AskedQuestion[];
  reader: Settable<ReaderState>;
} {
  const asked: AskedQuestion[] = [];
  const reader = watchable<ReaderState>({ status: "off" });
  const client: SearchClient = {
    search: () => new Promise(() => undefined),
    ask: (query, signal, onStage) =>
      new Promise((answer, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
        asked.push({ query, signal, stage: (stage) => onStage?.(stage), answer });
      }),
    state: watchable("ready"),
    meaning: watchable({ status: "off" }),
    loadEncoder: vi.fn(),
    reader,
    loadReader: vi.fn(),
    stopReader: vi.fn(),
    prepare: vi.fn(),
    close: vi.fn(),
  };
  const context: SearchContext = {
    page: { base: "/help/", locale: "en", locales: [], kind: "ask", title: "", ask: "/help/en/ask/", ...parts },
    store: createDeviceStore("/help/"),
    loadClient: async () => client,
  };
  return { context, client, asked, reader };
}

/** The links of a page that answers lead on to. */
export const PAGE_LINKS =
  '<a data-contact-link href="https://x.example/help/en/contact/?page=%2Fhelp%2Fen%2Fask%2F">c</a><a data-open-search href="https://x.example/help/en/search/">s</a>';
