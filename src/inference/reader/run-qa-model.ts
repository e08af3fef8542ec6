import type { PreTrainedModel, Tensor } from "@xenova/transformers";
import type { Reading } from "../../domain/reader";
import type { Row } from "./row";

/** Inputs that a row can fill. */
const INPUTS = ["input_ids", "attention_mask", "token_type_ids"];
const OUTPUTS = ["start_logits", "end_logits"];

/** Reads one row. */
export type RunRow = (row: Row) => Promise<Reading>;

interface Session {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
}

/** Why a model is no extractive question-answering model; nothing when it is one. */
export function refusalOf(model: PreTrainedModel): string | undefined {
  const session = (model as { sessions?: Record<string, Session> }).sessions?.model;
  const { inputNames = [], outputNames = [] } = session ?? {};
  if (!OUTPUTS.every((name) => outputNames.includes(name)))
    return `it is not a question-answering model: it gives ${list(outputNames)} where ${OUTPUTS.join(" and ")} were expected`;
  if (!inputNames.includes("input_ids") || !inputNames.every((name) => INPUTS.includes(name)))
    return `it wants ${list(inputNames)} where nothing but ${INPUTS.join(", ")} was expected`;
  return undefined;
}

function list(names: readonly string[]): string {
  return names.length === 0 ? "nothing" : names.join(", ");
}

/**
 * Runs rows one by one: in a batch, the rounding of eight-bit models would make what one passage says depend on the
 * others, and on one thread a batch is no faster.
 */
export function rowRunner(model: PreTrainedModel, TensorClass: typeof Tensor): RunRow {
  const input = (values: readonly number[]) =>
    new TensorClass("int64", BigInt64Array.from(values, BigInt), [1, values.length]);
  return async ({ ids, types, first, offsets }) => {
    const outputs: Record<string, Tensor> = await model({
      input_ids: input(ids),
      attention_mask: input(ids.map(() => 1)),
      token_type_ids: input(types),
    });
    const starts = numbers(outputs, "start_logits", ids.length);
    const ends = numbers(outputs, "end_logits", ids.length);
    const last = first + offsets.length / 2;
    return {
      offsets,
      starts: starts.slice(first, last),
      ends: ends.slice(first, last),
      nothing: (starts[0] as number) + (ends[0] as number),
      ...(outputs.relevance_logits && { relevance: numbers(outputs, "relevance_logits", 1)[0] as number }),
    };
  };
}

function numbers(outputs: Readonly<Record<string, Tensor>>, name: string, length: number): Float32Array {
  const { data, dims } = outputs[name] as Tensor;
  if (data.length !== length)
    throw new Error(`its ${name} are of shape [${dims.join(", ")}] where [1, ${length}] was expected`);
  const values = Float32Array.from(data as ArrayLike<number>);
  if (!values.every(Number.isFinite)) throw new Error(`its ${name} hold numbers that are not finite`);
  return values;
}
