#!/usr/bin/env node
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

// The published package carries lib/ ready-made. A clone builds it at `npm ci`; when that was
// skipped (--ignore-scripts), it is made up for here.
const root = fileURLToPath(new URL("..", import.meta.url));
const cli = new URL("../lib/cli.js", import.meta.url);
if (!existsSync(cli)) {
  const build = spawnSync("npm", ["run", "--silent", "build:app"], {
    cwd: root,
    stdio: ["ignore", process.stderr, process.stderr],
    shell: process.platform === "win32",
  });
  if (build.status !== 0) {
    console.error("pocket-help: lib/ is missing and could not be built; run `npm ci` in the clone first.");
    process.exit(1);
  }
}
await import(cli.href);
