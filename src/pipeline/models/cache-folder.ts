import { homedir } from "node:os";
import { join } from "node:path";

/** Where builds keep what can be computed anew: `POCKET_HELP_CACHE`, else this system's place for caches. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  const { POCKET_HELP_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = environment;
  if (POCKET_HELP_CACHE) return POCKET_HELP_CACHE;
  if (XDG_CACHE_HOME) return join(XDG_CACHE_HOME, "pocket-help");
  if (platform === "win32" && LOCALAPPDATA) return join(LOCALAPPDATA, "pocket-help", "cache");
  if (platform === "darwin") return join(homedir(), "Library", "Caches", "pocket-help");
  return join(homedir(), ".cache", "pocket-help");
}
