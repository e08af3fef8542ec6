import type { FeatureExtractionPipeline, Tensor } from "@xenova/transformers";
import type { AppError } from "../../domain/errors";
import type { HubEncoderSettings } from "../../domain/models";
import { err, ok, type Result } from "../../domain/result";
import { type LocalModel, openLibrary } from "./library";

export interface HubEncoderOptions extends Omit<LocalModel, "dtype"> {
  /** All but the dimension may be needed to run it; the dimension is checked when it is given. */
  readonly settings: Omit<HubEncoderSettings, "dimensions"> & { readonly dimensions?: number };
}

/** A `feature-extraction` model, loaded. Texts are encoded one at a time, so that a vector depends on its text alone. */
export interface HubEncoder {
  readonly dimensions: number;
  /**
   * @param as which of the model's prefixes a text gets
   * @returns one vector of unit length per text
   */
  encode(texts: readonly string[], as: "query" | "passage"): Promise<Float32Array[]>;
  dispose(): Promise<void>;
}

/**
 * Loads a model with transformers.js, which comes only when this is called. Nothing but local files is asked for.
 *
 * @returns `encoder-unreachable` when a file did not arrive, `encoder-invalid` when what arrived is no model that
 * gives vectors
 */
export async function openHubEncoder(options: HubEncoderOptions): Promise<Result<HubEncoder, AppError>> {
  const opening = await openLibrary({ ...options, dtype: options.settings.dtype });
  try {
    const extractor = await opening.pipeline("feature-extraction", options.folder, opening.options);
    const refusal = refused(extractor);
    if (refusal !== undefined) return invalid(refusal);
    limitLength(extractor);
    const { pooling, prefixes } = options.settings;
    const run = async (text: string) => vectorOf(await extractor(text, { pooling, normalize: true }));
    const probe = await run(`${prefixes.passage}a`);
    const expected = options.settings.dimensions;
    if (expected !== undefined && probe.length !== expected)
      return invalid(`it gives ${probe.length} numbers a text where ${expected} were expected`);
    return ok(new QueuedEncoder(probe.length, prefixes, run, () => extractor.dispose()));
  } catch (error) {
    return err(opening.failure("encoder", error));
  } finally {
    opening.close();
  }
}

function invalid(detail: string): Result<never, AppError> {
  return err({ code: "encoder-invalid", detail });
}

/** Why the model gives no vectors for its tokens, as a classifier does not. */
function refused(extractor: FeatureExtractionPipeline): string | undefined {
  const sessions = (extractor.model as { sessions?: Record<string, { outputNames: readonly string[] }> }).sessions;
  const outputs = sessions?.model?.outputNames ?? [];
  if (outputs.some((name) => name === "last_hidden_state" || name === "token_embeddings")) return undefined;
  return `it is not a feature-extraction model: it gives ${outputs.join(", ")} where last_hidden_state was expected`;
}

/** Longer texts than the model has positions for are cut off; some tokenisers do not say where. */
function limitLength({ model, tokenizer }: FeatureExtractionPipeline): void {
  const positions = (model.config as { max_position_embeddings?: number }).max_position_embeddings ?? 512;
  const { config } = tokenizer as unknown as { config: { model_max_length?: number } };
  // The RoBERTa family keeps two of its positions for itself.
  if ((config.model_max_length ?? Number.POSITIVE_INFINITY) > positions) config.model_max_length = positions - 2;
}

function vectorOf(output: Tensor): Float32Array {
  const { dims } = output;
  const vector = Float32Array.from(output.data as ArrayLike<number>);
  if (dims.length !== 2 || dims[0] !== 1 || vector.length !== dims[1])
    throw new Error(`it gives a result of shape [${dims.join(", ")}] where one vector was expected`);
  if (!vector.every(Number.isFinite)) throw new Error("it gives numbers that are not finite");
  return vector;
}

/** The runtime refuses a second run while one is going on, so calls wait for each other. */
class QueuedEncoder implements HubEncoder {
  readonly dimensions: number;
  readonly dispose: () => Promise<void>;
  readonly #prefixes: HubEncoderSettings["prefixes"];
  readonly #run: (text: string) => Promise<Float32Array>;
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    dimensions: number,
    prefixes: HubEncoderSettings["prefixes"],
    run: (text: string) => Promise<Float32Array>,
    dispose: () => Promise<void>,
  ) {
    this.dimensions = dimensions;
    this.#prefixes = prefixes;
    this.#run = run;
    this.dispose = dispose;
  }

  encode(texts: readonly string[], as: "query" | "passage"): Promise<Float32Array[]> {
    const mine = this.#last.then(async () => {
      const vectors: Float32Array[] = [];
      for (const text of texts) vectors.push(await this.#run(this.#prefixes[as] + text));
      return vectors;
    });
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}
