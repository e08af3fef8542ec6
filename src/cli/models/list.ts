import { access } from "node:fs/promises";
import { join } from "node:path";
import { OWN_ENCODER } from "../../domain/models";
import { defaultConfig, loadConfig } from "../../pipeline/config";
import { parseOptions } from "../options";
import { formatBytes } from "../terminal";
import { type KnownModel, knownModels } from "./known-models";

const HEAD = ["", "role", "id", "dimensions", "size", "licence", "from"];

/** @returns the exit code */
export async function listModels(args: readonly string[]): Promise<number> {
  const { values } = parseOptions(args, { content: { type: "string" }, config: { type: "string" } });
  const known = await knownModels(values.content);
  const wanted = await encoderInUse(values.content, values.config);
  // A model of the content folder takes the place of the tool's of the same id.
  const inUse = known.find(({ model }) => model.role === "encoder" && model.id === wanted);
  console.log(table([HEAD, ...known.map((entry) => row(entry, entry === inUse))]));
  console.log(useLine(wanted, inUse));
  return wanted === "none" || wanted === OWN_ENCODER || inUse ? 0 : 1;
}

async function encoderInUse(content: string | undefined, config: string | undefined): Promise<string> {
  const file = config ?? (content === undefined ? undefined : join(content, "config.json"));
  const there =
    file !== undefined &&
    (config !== undefined ||
      (await access(file).then(
        () => true,
        () => false,
      )));
  const { models } = there ? (await loadConfig(file, file)).config : defaultConfig();
  return models.encoder ?? OWN_ENCODER;
}

function row({ model, from }: KnownModel, inUse: boolean): string[] {
  const bytes = model.files.reduce((sum, file) => sum + file.bytes, 0);
  const { role, id, dimensions, licence } = model;
  return [inUse ? "*" : "", role, id, String(dimensions), formatBytes(bytes), licence, from];
}

function useLine(wanted: string, inUse: KnownModel | undefined): string {
  if (wanted === "none") return "In use: none; search compares words alone.";
  if (inUse) return `* in use`;
  return `In use: ${wanted}, which is not there; search compares words alone.`;
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
