import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { traditionalMap } from "../../../tools/traditional-map";

/** Bundles modules of `tests/bench/page/` for the browser, each into `<out>/<name>.js` with all it imports. */
export async function bundlePageCode(names: readonly string[], out: string): Promise<void> {
  for (const name of names) {
    await build({
      configFile: false,
      logLevel: "warn",
      plugins: [traditionalMap()],
      publicDir: false,
      build: {
        outDir: out,
        emptyOutDir: false,
        target: "es2022",
        modulePreload: false,
        lib: { entry: fileURLToPath(new URL(`../page/${name}.ts`, import.meta.url)), formats: ["es"], fileName: name },
      },
    });
  }
}

/** The probe as a script that runs before a page's own. */
export async function probeScript(out: string): Promise<string> {
  await bundlePageCode(["probe"], out);
  // An init script is no module; the probe imports and exports nothing at its top.
  return `(() => {${await readFile(join(out, "probe.js"), "utf8")}})();`;
}
