import { spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { projectFolder } from "../../browser/support/sites";

export interface CommandCost {
  /** From start to exit. */
  readonly wallMs: number;
  /** Processor time of all threads, user and system. */
  readonly cpuMs: number;
  /** Largest resident set. */
  readonly maxRssBytes: number;
  readonly stdout: string;
}

/**
 * Runs a Node program of the project and measures what it costs.
 *
 * @param folder where the measurement may leave a file meanwhile
 * @throws Error when the program fails, with the end of what it said
 */
export async function measuredCommand(folder: string, args: readonly string[]): Promise<CommandCost> {
  const usageFile = join(folder, "usage.json");
  const reporter = new URL("./report-usage.mjs", import.meta.url).href;
  const start = performance.now();
  const child = spawn(process.execPath, ["--import", reporter, ...args], {
    cwd: projectFolder(),
    env: { ...process.env, POCKET_HELP_USAGE: usageFile },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
  const code = await new Promise<number | null>((done, fail) => {
    child.once("error", fail);
    child.once("close", done);
  });
  const wallMs = performance.now() - start;
  if (code !== 0)
    throw new Error(`${args.join(" ")} ended with ${code}:\n${Buffer.concat(stderr).toString().slice(-2000)}`);
  const usage = JSON.parse(await readFile(usageFile, "utf8")) as { maxRssBytes: number; cpuMs: number };
  await rm(usageFile);
  return { wallMs, ...usage, stdout: Buffer.concat(stdout).toString() };
}
