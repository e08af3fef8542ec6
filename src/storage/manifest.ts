import type { AppError } from "../domain/errors";
import { PACK_VERSION, type RootManifest, type SectionManifest, type SectionPack } from "../domain/pack";
import { err, ok, type Result } from "../domain/result";

/** Checks what arrived as `packs/manifest.json`. */
export function readManifest(value: unknown): Result<RootManifest, AppError> {
  return readVersioned<RootManifest>(value, "manifest", (manifest) => Array.isArray(manifest.locales));
}

/** Checks what arrived as a section's manifest. */
export function readSectionManifest(value: unknown): Result<SectionManifest, AppError> {
  return readVersioned<SectionManifest>(
    value,
    "section manifest",
    (manifest) => Array.isArray(manifest.pages) && Array.isArray(manifest.media) && manifest.pack !== undefined,
  );
}

/** Checks what arrived as a section's pack. */
export function readPack(value: unknown): Result<SectionPack, AppError> {
  return readVersioned<SectionPack>(
    value,
    "pack",
    (pack) => typeof pack.locale === "string" && Array.isArray(pack.articles),
  );
}

function readVersioned<T extends { readonly version: number }>(
  value: unknown,
  name: string,
  isWhole: (value: Partial<T>) => boolean,
): Result<T, AppError> {
  if (typeof value !== "object" || value === null)
    return err({ code: "content-invalid", detail: `${name}: ${typeof value}` });
  const candidate = value as Partial<T>;
  if (candidate.version !== PACK_VERSION) {
    return err({
      code: "content-version",
      detail: `${name}: version ${candidate.version}, this app reads ${PACK_VERSION}`,
    });
  }
  return isWhole(candidate)
    ? ok(candidate as T)
    : err({ code: "content-invalid", detail: `${name}: parts are missing` });
}
