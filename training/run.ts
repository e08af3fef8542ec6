/** Runs a TypeScript module of this folder with the project's own sources: `npx tsx training/run.ts FILE [ARGUMENTS]`. */
import { resolve } from "node:path";
import { runnerImport } from "vite";
import { traditionalMap } from "../tools/traditional-map.ts";

const [file = "", ...args] = process.argv.slice(2);
const { module } = await runnerImport<{ main(args: readonly string[]): Promise<void> }>(resolve(file), {
  plugins: [traditionalMap()],
  logLevel: "warn",
});
await module.main(args);
