import { type InlineConfig, runnerImport } from "vite";
import { traditionalMap } from "../../tools/traditional-map";

/**
 * Imports a module that stands on the product's sources, some of which only the bundler can provide.
 *
 * @param file its path
 */
export async function importSources<Module>(file: string): Promise<Module> {
  const options: InlineConfig = { configFile: false, plugins: [traditionalMap()], logLevel: "warn" };
  return (await runnerImport<Module>(file, options)).module;
}
