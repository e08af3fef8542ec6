import type { ModelsConfig } from "../../domain/config";
import { OWN_READER } from "../../domain/models";
import { chooseModel, type ModelChoice } from "./choose-model";

/**
 * The reader that a configuration asks for; without one sentences are scored. See {@link chooseModel}.
 *
 * @param content the content folder
 * @param shipped the models folder that comes with the tool
 * @param configName how faults call the configuration
 */
export function chooseReader(
  content: string,
  config: ModelsConfig,
  shipped: string | undefined,
  configName: string,
): Promise<ModelChoice> {
  const wish = { role: "reader", wanted: config.reader, usual: OWN_READER } as const;
  return chooseModel(wish, { content, shipped, configName });
}

/** How a reader's tokens are made: see `SiteReader.kind`. */
export function readerKind(id: string): "own" | "hub" {
  return id === OWN_READER ? "own" : "hub";
}
