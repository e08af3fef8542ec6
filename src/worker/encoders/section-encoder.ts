import type { QueryEncoder, QueryMeaning, SectionMeanings, StaticEncoder } from "../../domain/encoder";
import type { AppError } from "../../domain/errors";
import type { ManifestFile, SectionPack } from "../../domain/pack";
import type { Result } from "../../domain/result";

/** A section that can be searched by words. */
export interface WordedSection {
  /** `<locale>/<section>` */
  readonly key: string;
  /** SHA-256 of the pack. */
  readonly sha256: string;
  readonly pack: SectionPack;
  /** Vectors of its passages, where an encoder of the hub made them. */
  readonly vectors?: ManifestFile | undefined;
}

/** An encoder as the worker uses it, whatever runs it. */
export interface SectionEncoder {
  /** See `PassageEncoder.encoder`. */
  readonly encoder: string;
  /** The encoder itself, where it compares any text at once. */
  readonly table?: StaticEncoder;
  /** What the search index takes for a query: an encoder that answers at once, or what this text means. */
  query(text: string): Promise<QueryMeaning | QueryEncoder>;
  /** What the passages of a section mean. Lets queries in while it works. */
  section(section: WordedSection): Promise<Result<SectionMeanings, AppError>>;
}
