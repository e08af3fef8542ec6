/** Raised whenever `models.json` changes its form; readers refuse any other number. */
export const PINS_VERSION = 1;

/** What a model is for. */
export const MODEL_ROLES = ["encoder", "reader"] as const;
export type ModelRole = (typeof MODEL_ROLES)[number];

/** The project's own table encoder, which comes with the tool. */
export const OWN_ENCODER = "pocket-help-encoder";

/** The project's own reader, which comes with the tool. */
export const OWN_READER = "pocket-help-reader";

/** How token vectors become one: their mean, that of the first token, that of the last one. */
export const POOLINGS = ["mean", "cls", "last_token"] as const;
export type Pooling = (typeof POOLINGS)[number];

/** Number formats of an ONNX file, as transformers.js calls them. */
export const DTYPES = ["q8", "fp32", "fp16", "int8", "uint8", "q4", "q4f16", "bnb4"] as const;
export type Dtype = (typeof DTYPES)[number];

/** What some models want before a text, depending on what it is for; empty for most. */
export interface Prefixes {
  readonly query: string;
  readonly passage: string;
}

/** What it takes, beside its files, to run a `feature-extraction` model of the hub. Vectors are always of unit length. */
export interface HubEncoderSettings {
  readonly dimensions: number;
  readonly pooling: Pooling;
  readonly prefixes: Prefixes;
  readonly dtype: Dtype;
}

export interface PinnedFile {
  /** Below the model's own folder, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** A model as `models.json` pins it; its files lie in `models/<id>/`. */
export interface PinnedModel {
  readonly role: ModelRole;
  /** `owner/name` or `name`: letters, digits, `.`, `_` and `-`. */
  readonly id: string;
  /** Where it came from: a hub address, the address or the path of a folder. */
  readonly source: string;
  /** Commit of the hub when it told, else what was asked for (`main`); empty for folders. */
  readonly revision: string;
  /** As its model card says; `unknown` when it does not. */
  readonly licence: string;
  /** Numbers in a vector; encoders only. */
  readonly dimensions?: number;
  /** Absent for the project's own encoder, which needs none of it, and for readers. */
  readonly pooling?: Pooling;
  readonly prefixes?: Prefixes;
  /** Absent for the project's own encoder. */
  readonly dtype?: Dtype;
  readonly files: readonly PinnedFile[];
}

/** `models.json` of a models folder. */
export interface ModelPins {
  readonly version: typeof PINS_VERSION;
  readonly models: readonly PinnedModel[];
}

/** Whether a text can be a model's id, and with that a folder of that name. */
export function isModelId(text: string): boolean {
  return /^[A-Za-z0-9_][\w.-]*(\/[A-Za-z0-9_][\w.-]*)?$/.test(text) && !text.includes("..");
}

/** What to run an encoder of the hub with; `undefined` for every other model. */
export function hubSettings(model: PinnedModel): HubEncoderSettings | undefined {
  const { dimensions, pooling, prefixes, dtype } = model;
  return dimensions !== undefined && pooling && prefixes && dtype
    ? { dimensions, pooling, prefixes, dtype }
    : undefined;
}
