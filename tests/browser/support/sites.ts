import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startServer } from "../../../src/cli/serve";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const CLI = join(ROOT, "bin", "pocket-help.js");

export interface TestSite {
  /** Address of the site's root, with its base path and a slash at the end. */
  readonly url: string;
  /** Folder that holds the site. */
  readonly folder: string;
  /** Takes the server down for good: what the reader sees then comes from the device. */
  stop(): Promise<void>;
  /** Takes the server down and removes the folder. */
  remove(): Promise<void>;
}

/** Path of a folder of the project. */
export function projectFolder(...parts: string[]): string {
  return join(ROOT, ...parts);
}

/** Runs the shipped command-line tool; rejects when it fails. */
export async function pocketHelp(...args: string[]): Promise<{ stdout: string; stderr: string }> {
  return promisify(execFile)(process.execPath, [CLI, ...args], { maxBuffer: 64e6 });
}

/** Builds a site from a content folder with the shipped tool and serves it on a free port. */
export async function buildAndServe(content: string, ...buildArgs: string[]): Promise<TestSite> {
  const folder = await mkdtemp(join(tmpdir(), "pocket-help-site-"));
  await pocketHelp("build", "--content", content, "--out", folder, ...buildArgs).catch(async (error: unknown) => {
    await rm(folder, { recursive: true, force: true });
    throw error;
  });
  const { server, url } = await startServer(folder, { port: 0, host: "127.0.0.1" });
  const stop = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return {
    url,
    folder,
    stop,
    remove: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
