import type { AppError } from "../../domain/errors";
import type { Reader, ReaderPassage, Reading } from "../../domain/reader";
import { err, ok, type Result } from "../../domain/result";
import { type Library, type LocalModel, openLibrary } from "../hub/library";
import { createHubRows, type Tokenizer } from "./hub-rows";
import { createOwnRows } from "./own-rows";
import type { Row } from "./row";
import { type RunRow, refusalOf, rowRunner } from "./run-qa-model";
import { webAssemblyRefusal } from "./webassembly";

/** More positions than that are of no use: passages are shorter, and time grows with them. */
const LONGEST_ROW = 512;

/** Read once at the beginning: whether the results have the right form, and because first runs take several times as long. */
const PROBE: ReaderPassage = { context: "", text: "a ".repeat(100) };

export interface ReaderOptions extends LocalModel {
  /** How texts become tokens: as the project's own models have it, or as the model's tokeniser says. */
  readonly kind: "own" | "hub";
  readonly id: string;
  /** Awaited between two passages, so that whatever else waits has its turn. */
  readonly pause?: () => Promise<void>;
}

type Rows = (question: string, passages: readonly ReaderPassage[]) => Row[];

/**
 * Loads an extractive `question-answering` model with transformers.js, which comes only when this is called. Nothing
 * but local files is asked for.
 *
 * @returns `reader-unreachable` when a file did not arrive, `reader-invalid` when what arrived is no model that gives
 * spans, or when it does not run here; the detail says what was expected and found
 */
export async function openReader(options: ReaderOptions): Promise<Result<Reader, AppError>> {
  const { folder, kind, id, pause } = options;
  const refusal = webAssemblyRefusal();
  if (refusal !== undefined) return invalid(refusal);
  const library = await openLibrary(options);
  try {
    // Whatever family it is of: one network that takes tokens, as its file has it.
    const model = await library.PreTrainedModel.from_pretrained(folder, library.options);
    const mismatch = refusalOf(model);
    if (mismatch !== undefined) {
      await model.dispose();
      return invalid(mismatch);
    }
    const rows =
      kind === "own"
        ? createOwnRows(await library.readJson("tokenizer.json"))
        : await hubRows(library, folder, model.config as Positions);
    const run = rowRunner(model, library.Tensor);
    for (const row of rows("a", [PROBE])) await run(row);
    const version = folder.split(/[\\/]/).at(-1);
    return ok(queuedReader(`${id}@${version}`, rows, run, () => model.dispose(), pause));
  } catch (error) {
    return err(library.failure("reader", error));
  } finally {
    library.close();
  }
}

function invalid(detail: string): Result<never, AppError> {
  return err({ code: "reader-invalid", detail });
}

/** The part of a model's configuration that says how long a row may be. */
interface Positions {
  readonly max_position_embeddings?: number;
}

async function hubRows(
  { AutoTokenizer, options }: Library,
  folder: string,
  { max_position_embeddings: positions = LONGEST_ROW }: Positions,
): Promise<Rows> {
  const tokenizer = await AutoTokenizer.from_pretrained(folder, options);
  const told = tokenizer.model_max_length;
  // Some tokenisers do not tell; the RoBERTa family keeps two of its positions for itself.
  return createHubRows(
    tokenizer as unknown as Tokenizer,
    Math.min(LONGEST_ROW, told > positions ? positions - 2 : told),
  );
}

/** The runtime refuses a second run while one is going on, so questions wait for each other. */
function queuedReader(
  reader: string,
  rows: Rows,
  run: RunRow,
  close: () => Promise<unknown>,
  pause: () => Promise<void> = async () => undefined,
): Reader {
  let last: Promise<unknown> = Promise.resolve();
  const queued = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
  return {
    reader,
    read: (question, passages, signal) =>
      queued(async () => {
        signal?.throwIfAborted();
        const readings: Reading[] = [];
        for (const row of rows(question, passages)) {
          if (readings.length > 0) await pause();
          signal?.throwIfAborted();
          readings.push(await run(row));
        }
        return readings;
      }),
    dispose: () =>
      queued(async () => {
        await close();
      }),
  };
}
