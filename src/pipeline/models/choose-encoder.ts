import type { ModelsConfig } from "../../domain/config";
import { hubSettings, OWN_ENCODER } from "../../domain/models";
import { type ChosenModel, chooseModel, type ModelChoice } from "./choose-model";

/**
 * The encoder that a configuration asks for; without one search compares words alone. See {@link chooseModel}.
 *
 * @param content the content folder
 * @param shipped the models folder that comes with the tool
 * @param configName how faults call the configuration
 */
export async function chooseEncoder(
  content: string,
  config: ModelsConfig,
  shipped: string | undefined,
  configName: string,
): Promise<ModelChoice> {
  const wish = { role: "encoder", wanted: config.encoder, usual: OWN_ENCODER } as const;
  const { chosen, faults } = await chooseModel(wish, { content, shipped, configName });
  return { ...(chosen && { chosen: withPrefixes(chosen, config) }), faults };
}

function withPrefixes({ model, folder }: ChosenModel, { queryPrefix, passagePrefix }: ModelsConfig): ChosenModel {
  const settings = hubSettings(model);
  if (!settings) return { model, folder };
  const { query, passage } = settings.prefixes;
  return { model: { ...model, prefixes: { query: queryPrefix ?? query, passage: passagePrefix ?? passage } }, folder };
}
