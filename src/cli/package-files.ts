import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The app that Vite built; it stands beside the bundled command-line tool. */
export function appFolder(): string {
  return fileURLToPath(new URL("./app", import.meta.url));
}

/** Version of the installed package. */
export function packageVersion(): string {
  const file = fileURLToPath(new URL("../package.json", import.meta.url));
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}
