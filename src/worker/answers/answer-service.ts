import { type Answer, type AnswerStage, DEFAULT_THRESHOLD } from "../../domain/answer";
import type { AppError } from "../../domain/errors";
import type { SiteAnswers } from "../../domain/pack";
import type { Reader } from "../../domain/reader";
import { ok, type Result } from "../../domain/result";
import type { SearchQuery } from "../../domain/search";
import type { SearchIndex } from "../../search/search-index";
import type { MeaningService } from "../meaning-service";
import type { SearchService } from "../search-service";
import type { ReaderService } from "./reader-service";

/**
 * How long a question waits for search by meaning, which answers better. Milliseconds; kept on the device it is there
 * at once, and over a slow line the page asks again when it has come.
 */
const PATIENCE = 4_000;

/** Answers to questions, out of what search finds for them. */
export interface AnswerService {
  /** What the site's manifest says; nothing where it says nothing. */
  add(answers: SiteAnswers | undefined): void;
  /**
   * Waits until the language is loaded, a moment for the encoder, and not for the reader.
   *
   * @param signal an aborted question has no answer
   */
  ask(
    query: SearchQuery,
    signal: AbortSignal,
    onStage: (stage: AnswerStage) => void,
  ): Promise<Result<Answer, AppError> | undefined>;
}

interface AnswerServiceParts {
  readonly search: SearchService;
  readonly index: SearchIndex;
  readonly meanings: MeaningService;
  readonly reader: ReaderService;
}

/** Puts search, reader and the choice of a quotation together. */
export function createAnswerService({ search, index, meanings, reader }: AnswerServiceParts): AnswerService {
  let threshold = DEFAULT_THRESHOLD;
  return {
    add(answers) {
      threshold = answers?.threshold ?? DEFAULT_THRESHOLD;
      reader.add(answers);
    },
    async ask(query, signal, onStage) {
      const isWanted = () => !signal.aborted;
      onStage("searching");
      // What chooses among the passages is of no use to those who only search.
      const choosing = import("../../answer/answer-question");
      await search.open(query.locale);
      await Promise.race([meanings.settled(query.locale), new Promise((done) => setTimeout(done, PATIENCE))]);
      const found = await search.find(query, isWanted);
      if (!found?.ok) {
        // Whoever asked hears of this; that the other did not come either is no news.
        choosing.catch(() => undefined);
        return found;
      }
      const { answerQuestion } = await choosing;
      if (!isWanted()) return undefined;
      const { results, meant } = found.value;
      const fused = index.retrieve(query, meant);
      const table = meanings.table(query.locale);
      const running = reader.ask();
      const answer = await answerQuestion(
        {
          query,
          found: fused.articles,
          hits: results.articles,
          ...(table && { likeness: index.likeness(query, fused, table) }),
        },
        { threshold, onStage, ...(running && { reader: readingFor(running, signal) }) },
      );
      return isWanted() ? ok(answer) : undefined;
    },
  };
}

/** A reader that stops once the question is no longer wanted. */
function readingFor(reader: Reader, signal: AbortSignal): Reader {
  return { ...reader, read: (question, passages) => reader.read(question, passages, signal) };
}
