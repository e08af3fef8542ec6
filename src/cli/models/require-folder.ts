import { stat } from "node:fs/promises";

/** @throws Error when there is no such folder: a slip of the pen must not pass for a folder without models */
export async function requireFolder(path: string): Promise<void> {
  const there = await stat(path).catch(() => undefined);
  if (!there?.isDirectory()) throw new Error(`${path} is ${there ? "a file, not a folder" : "not there"}.`);
}
