import type { AppError } from "../../domain/errors";
import type { SiteEncoder } from "../../domain/pack";
import { type Result, unreachable } from "../../domain/result";
import type { ModelFiles } from "../model-files";
import { loadHubEncoder } from "./hub-encoder";
import type { SectionEncoder } from "./section-encoder";
import { loadTableEncoder } from "./table-encoder";

/** Loads the encoder that a site's manifest names. */
export type LoadEncoder = (
  encoder: SiteEncoder,
  onBytes: (bytes: number) => void,
) => Promise<Result<SectionEncoder, AppError>>;

/**
 * @param base the site's base path
 * @param fetchFile gets the vectors of sections
 */
export function encoderLoader(base: string, files: ModelFiles, fetchFile?: typeof fetch): LoadEncoder {
  return (encoder, onBytes) => {
    switch (encoder.kind) {
      case "static":
        return loadTableEncoder(encoder, files, onBytes);
      case "hub":
        return loadHubEncoder(encoder, base, files, onBytes, fetchFile);
      default:
        return unreachable(encoder);
    }
  };
}
