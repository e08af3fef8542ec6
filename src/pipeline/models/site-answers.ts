import type { AnswersConfig, SiteConfig } from "../../domain/config";
import type { Fault } from "../../domain/fault";
import type { SiteAnswers, SiteReader } from "../../domain/pack";
import type { ChosenModel } from "./choose-model";
import { chooseReader, readerKind } from "./choose-reader";
import { type ModelCopy, placeModel, placeRuntime } from "./place-model";

export interface AnswersOptions {
  /** The content folder. */
  readonly content: string;
  /** The models folder that comes with the tool. */
  readonly shipped?: string | undefined;
  /** Folder of the WebAssembly runtime; absent: there is no reader either. */
  readonly runtime?: string | undefined;
  /** How faults call the configuration. */
  readonly configName: string;
}

export interface AnswersOutcome {
  /** What the root manifest says; absent: the site has no answers. */
  readonly answers?: SiteAnswers;
  /** Files of the reader and of what runs it. */
  readonly copies: readonly ModelCopy[];
  readonly faults: readonly Fault[];
}

/** How a site answers questions. A reader that is not to be had is reported, and sentences are scored without it. */
export async function siteAnswers(
  { answers, models }: Pick<SiteConfig, "answers" | "models">,
  { content, shipped, runtime, configName }: AnswersOptions,
): Promise<AnswersOutcome> {
  if (!answers.enabled) return { copies: [], faults: [] };
  if (runtime === undefined) return { answers: withReader(answers), copies: [], faults: [] };
  const { chosen, faults } = await chooseReader(content, models, shipped, configName);
  const placed = chosen && (await placeReader(chosen, runtime));
  return { answers: withReader(answers, placed?.reader), copies: placed?.copies ?? [], faults };
}

function withReader({ threshold, download }: AnswersConfig, reader?: SiteReader): SiteAnswers {
  return { threshold, ...(reader && { reader }), fetch: download };
}

async function placeReader(
  chosen: ChosenModel,
  runtimeFolder: string,
): Promise<{ reader: SiteReader; copies: readonly ModelCopy[] }> {
  const { id, dtype = "q8" } = chosen.model;
  const kind = readerKind(id);
  const model = placeModel(chosen, { dtype });
  const runtime = await placeRuntime(runtimeFolder);
  const copies = [...model.copies, ...runtime.copies];
  const files = copies.map(({ file }) => file);
  return { reader: { kind, id, folder: model.folder, runtime: runtime.folder, dtype, files }, copies };
}

/** The same in a report: what it is, and what it costs a device. */
export interface AnswersSummary {
  readonly threshold: number;
  readonly fetch: SiteAnswers["fetch"];
  /** Bytes of model and runtime, uncompressed; absent: sentences are scored. */
  readonly reader?: { readonly id: string; readonly bytes: number };
}

export function answersSummary({ threshold, fetch, reader }: SiteAnswers): AnswersSummary {
  if (!reader) return { threshold, fetch };
  return {
    threshold,
    fetch,
    reader: { id: reader.id, bytes: reader.files.reduce((sum, { size }) => sum + size, 0) },
  };
}
