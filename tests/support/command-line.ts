import { vi } from "vitest";
import { run } from "../../src/cli/run";

/** Runs a command line within this process; what it prints comes back as text. */
export async function pocketHelp(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const lines = { out: [] as string[], err: [] as string[] };
  const log = vi.spyOn(console, "log").mockImplementation((line: string) => void lines.out.push(line));
  const error = vi.spyOn(console, "error").mockImplementation((line: string) => void lines.err.push(line));
  const code = await run(args);
  log.mockRestore();
  error.mockRestore();
  return { code, out: lines.out.join("\n"), err: lines.err.join("\n") };
}
