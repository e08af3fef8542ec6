import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A temporary folder for all that a run builds. */
export interface Workspace {
  /** A new empty folder. */
  folder(name: string): Promise<string>;
  /** A line of progress for whoever waits, on standard error. */
  tell(message: string): void;
  remove(): Promise<void>;
}

export async function openWorkspace(): Promise<Workspace> {
  const root = await mkdtemp(join(tmpdir(), "pocket-help-bench-"));
  let folders = 0;
  return {
    async folder(name) {
      folders += 1;
      const path = join(root, `${folders}-${name}`);
      await mkdir(path);
      return path;
    },
    tell: (message) => console.error(`   ${message}`),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}
