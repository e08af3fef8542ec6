import { spawn } from "node:child_process";

export interface StepResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Runs a command with its output passed through; resolves to its exit code. */
export function run(command: string, args: readonly string[]): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { stdio: "inherit", shell: process.platform === "win32" });
    child.once("error", fail);
    child.once("exit", (code) => done(code ?? 1));
  });
}

/** A step that is one check: it passes or it fails. */
export function single(ok: boolean): StepResult {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}
