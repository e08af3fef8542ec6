import { access } from "node:fs/promises";
import { join } from "node:path";
import type { SiteConfig } from "../../domain/config";
import { MODEL_ROLES, type ModelRole, OWN_ENCODER, OWN_READER } from "../../domain/models";
import { defaultConfig, loadConfig } from "../../pipeline/config";
import { parseOptions } from "../options";
import { formatBytes } from "../terminal";
import { type KnownModel, knownModels } from "./known-models";

const HEAD = ["", "role", "id", "dimensions", "size", "licence", "from"];

/** What the site does without a model of a role. */
const WITHOUT: Readonly<Record<ModelRole, string>> = {
  encoder: "search compares words alone",
  reader: "answers come from scoring sentences",
};
const USUAL: Readonly<Record<ModelRole, string>> = { encoder: OWN_ENCODER, reader: OWN_READER };

/** @returns the exit code: 1 when a model that the configuration names is not there */
export async function listModels(args: readonly string[]): Promise<number> {
  const { values } = parseOptions(args, { content: { type: "string" }, config: { type: "string" } });
  const known = await knownModels(values.content);
  const { models, answers } = await configOf(values.content, values.config);
  const uses = MODEL_ROLES.filter((role) => role === "encoder" || answers.enabled).map((role) => {
    const wanted = models[role] ?? USUAL[role];
    // A model of the content folder takes the place of the tool's of the same id.
    return { role, wanted, inUse: known.find(({ model }) => model.role === role && model.id === wanted) };
  });
  console.log(
    table([
      HEAD,
      ...known.map((entry) =>
        row(
          entry,
          uses.some(({ inUse }) => inUse === entry),
        ),
      ),
    ]),
  );
  if (uses.some(({ inUse }) => inUse)) console.log("* in use");
  for (const use of uses) if (!use.inUse) console.log(absenceLine(use.role, use.wanted));
  if (!answers.enabled) console.log("No reader in use: the site has no answers.");
  return uses.some(({ role, inUse }) => !inUse && (models[role] ?? "none") !== "none") ? 1 : 0;
}

async function configOf(content: string | undefined, config: string | undefined): Promise<SiteConfig> {
  const file = config ?? (content === undefined ? undefined : join(content, "config.json"));
  const there =
    file !== undefined &&
    (config !== undefined ||
      (await access(file).then(
        () => true,
        () => false,
      )));
  return there ? (await loadConfig(file, file)).config : defaultConfig();
}

function absenceLine(role: ModelRole, wanted: string): string {
  const without = WITHOUT[role];
  return wanted === "none" ? `No ${role} in use: ${without}.` : `The ${role} ${wanted} is not there: ${without}.`;
}

function row({ model, from }: KnownModel, inUse: boolean): string[] {
  const bytes = model.files.reduce((sum, file) => sum + file.bytes, 0);
  const { role, id, dimensions, licence } = model;
  return [
    inUse ? "*" : "",
    role,
    id,
    dimensions === undefined ? "–" : String(dimensions),
    formatBytes(bytes),
    licence,
    from,
  ];
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = HEAD.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  return rows
    .map((cells) =>
      cells
        .map((cell, n) => cell.padEnd(widths[n] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
