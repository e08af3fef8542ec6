import type { AppError } from "../domain/errors";
import type { ManifestFile, RootManifest, SectionPack } from "../domain/pack";
import { err, type Result } from "../domain/result";
import { isGate, UNFOLLOWED } from "../domain/sign-in";
import { readManifest, readPack } from "../storage/manifest";

/** Where the site's content comes from. */
export interface ContentSource {
  manifest(): Promise<Result<RootManifest, AppError>>;
  pack(file: ManifestFile): Promise<Result<SectionPack, AppError>>;
}

/** Fetches content from the site itself. @param base the site's base path */
export function fetchedContent(base: string, fetchFile: typeof fetch = fetch): ContentSource {
  const json = async <T>(
    path: string,
    cache: RequestCache,
    read: (value: unknown) => Result<T, AppError>,
  ): Promise<Result<T, AppError>> => {
    let response: Response;
    try {
      response = await fetchFile(base + path, { cache, ...UNFOLLOWED });
    } catch (error) {
      return err({ code: "content-unreachable", detail: `${path}: ${String(error)}` });
    }
    if (await isGate(response)) return err({ code: "signed-out", detail: `${path}: HTTP ${response.status}` });
    if (!response.ok) return err({ code: "content-unreachable", detail: `${path}: HTTP ${response.status}` });
    try {
      return read(await response.json());
    } catch {
      // Something else under a wrong name, or a transfer that was cut off.
      return err({
        code: "content-invalid",
        detail: `${path}: ${response.headers.get("content-type")} instead of JSON`,
      });
    }
  };
  return {
    manifest: () => json("packs/manifest.json", "no-cache", readManifest),
    // A pack never changes under its name.
    pack: (file) => json(file.path, "default", readPack),
  };
}
