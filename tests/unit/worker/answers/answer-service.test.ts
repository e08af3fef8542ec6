import { afterEach, describe, expect, it, vi } from "vitest";
import { type AnswerOptions, answerQuestion, type Question } from "../../../../src/answer/answer-question";
import { type Answer, DEFAULT_THRESHOLD } from "../../../../src/domain/answer";
import type { AppError } from "../../../../src/domain/errors";
import type { Reader } from "../../../../src/domain/reader";
import { err, ok } from "../../../../src/domain/result";
import type { SearchQuery } from "../../../../src/domain/search";
import { buildMeanings } from "../../../../src/search/build-meanings";
import { createSearchIndex } from "../../../../src/search/search-index";
import { createAnswerService } from "../../../../src/worker/answers/answer-service";
import type { ReaderService } from "../../../../src/worker/answers/reader-service";
import type { MeaningService } from "../../../../src/worker/meaning-service";
import type { SearchService } from "../../../../src/worker/search-service";
import { madeUpEncoder } from "../../../support/encoder";
import { packWith } from "../../../support/packs";

vi.mock("../../../../src/answer/answer-question", () => ({ answerQuestion: vi.fn() }));
const choose = vi.mocked(answerQuestion);
afterEach(() => choose.mockReset());

const query: SearchQuery = { text: "forgot passphrase", locale: "en" };
const said: Answer = { kind: "not-covered", query, confidence: 0.2, by: "sentences", nearest: [] };

/** What was found for the question, as whoever chooses the quotation is given it. */
interface Given {
  readonly question: Question;
  readonly options: AnswerOptions;
}

async function service({ table = true, running }: { table?: boolean; running?: Reader } = {}) {
  const index = createSearchIndex();
  const pack = packWith("en", "account", "Reset a password", "Close an account");
  const encoder = await madeUpEncoder();
  index.add(pack, undefined, buildMeanings(pack, encoder));
  const told: unknown[] = [];
  const stages: string[] = [];
  const given: Given[] = [];
  const failure: { error?: AppError } = {};
  const events: string[] = [];
  const encoding = { settled: Promise.resolve() };
  const search = {
    open: async () => {
      events.push("open");
    },
    find: async (asked: SearchQuery, isWanted: () => boolean) => {
      await Promise.resolve();
      events.push("find");
      if (!isWanted()) return undefined;
      if (failure.error) return err(failure.error);
      const meant = table ? encoder.query : undefined;
      return ok({ results: index.search(asked, meant), otherLanguage: undefined, meant });
    },
  } as unknown as SearchService;
  const answers = createAnswerService({
    search,
    index,
    meanings: {
      table: () => (table ? encoder : undefined),
      settled: () => encoding.settled,
    } as unknown as MeaningService,
    reader: { add: (site: unknown) => told.push(site), ask: () => running } as unknown as ReaderService,
  });
  choose.mockImplementation(async (question, options) => {
    given.push({ question, options });
    options.onStage?.("reading");
    return said;
  });
  const stop = new AbortController();
  const ask = (asked = query) => answers.ask(asked, stop.signal, (stage) => stages.push(stage));
  return { answers, ask, stop, told, stages, given, failure, events, encoding };
}

describe("a question", () => {
  it("is answered out of what search finds for it, by stages", async () => {
    const { ask, stages, given } = await service();
    expect(await ask()).toEqual(ok(said));
    expect(stages).toEqual(["searching", "reading"]);
    const [{ question, options }] = given as [Given];
    expect(question.query).toBe(query);
    expect(question.found.map(({ pack, article }) => pack.articles[article]!.title)).toEqual(["Reset a password"]);
    expect(question.hits.map(({ title }) => title.text)).toEqual(["Reset a password"]);
    const [like = 0, unlike = 0] = question.likeness?.(["Reset a password", "Where my parcel is"]) ?? [];
    expect(like).toBeGreaterThan(unlike + 0.2);
    expect([options.reader, options.threshold]).toEqual([undefined, DEFAULT_THRESHOLD]);
  });

  it("waits a moment for search by meaning, and no longer", async () => {
    const { ask, events, encoding } = await service();
    let settle: () => void = () => undefined;
    encoding.settled = new Promise((done) => {
      settle = done;
    });
    const first = ask();
    await vi.waitFor(() => expect(events).toEqual(["open"]));
    settle();
    await first;
    expect(events).toEqual(["open", "find"]);

    encoding.settled = new Promise(() => undefined);
    vi.useFakeTimers();
    const second = ask();
    await vi.advanceTimersByTimeAsync(3_900);
    expect(events).toEqual(["open", "find", "open"]);
    await vi.advanceTimersByTimeAsync(200);
    vi.useRealTimers();
    expect(await second).toEqual(ok(said));
  });

  it("is answered by words where there is no encoder", async () => {
    const { ask, given } = await service({ table: false });
    await ask({ text: "password", locale: "en" });
    const [{ question }] = given as [Given];
    expect([question.found.length, question.likeness]).toEqual([1, undefined]);
  });

  it("is answered with the site's threshold, and with its reader once that is there", async () => {
    const signals: unknown[] = [];
    const running: Reader = {
      reader: "own@1a",
      read: async (_, __, signal) => {
        signals.push(signal);
        return [];
      },
      dispose: async () => undefined,
    };
    const { answers, ask, told, given, stop } = await service({ running });
    const site = { threshold: 0.7, fetch: "ask" } as const;
    answers.add(site);
    await ask();
    const [{ options }] = given as [Given];
    expect([options.threshold, options.reader?.reader, told]).toEqual([0.7, "own@1a", [site]]);
    await options.reader?.read("a", []);
    expect(signals).toEqual([stop.signal]);
    answers.add(undefined);
    await ask();
    expect(given[1]!.options.threshold).toBe(DEFAULT_THRESHOLD);
  });

  it("in a language that cannot be had is told so", async () => {
    const { ask, failure } = await service();
    failure.error = { code: "content-unreachable" };
    expect(await ask()).toEqual(err({ code: "content-unreachable" }));
    expect(choose).not.toHaveBeenCalled();
  });

  it.each(["before anything is found", "while it is read"])("that is aborted %s has no answer", async (when) => {
    const { ask, stop } = await service();
    if (when === "while it is read") {
      choose.mockImplementation(async () => {
        stop.abort();
        return said;
      });
      expect(await ask()).toBeUndefined();
    } else {
      const asked = ask();
      stop.abort();
      expect(await asked).toBeUndefined();
      expect(choose).not.toHaveBeenCalled();
    }
  });
});
