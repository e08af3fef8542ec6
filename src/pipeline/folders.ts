import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import type { ParsedDocument } from "./markdown/document";

/** What a folder is called and where it stands among its neighbours, as another generator's files say. */
export interface FolderSetting {
  readonly title?: string;
  readonly order?: number;
}

const CATEGORY = /^(?:(.*)\/)?_category_\.(?:json|ya?ml)$/;
const META = /^(?:(.*)\/)?_?meta\.json$/;
const FOLDER_PAGE = /^(?:(.*)\/)_index\.\w+$/;

/**
 * Names and order of folders: `_category_.json` of Docusaurus, `_meta.json` of Nextra, `_index.md` of Hugo. What cannot
 * be read is passed over: the folder's own name serves.
 *
 * @returns by folder, relative to the content folder
 */
export async function folderSettings(
  root: string,
  assets: readonly string[],
  documents: readonly ParsedDocument[],
): Promise<Map<string, FolderSetting>> {
  const settings = new Map<string, FolderSetting>();
  for (const path of assets) {
    const category = CATEGORY.exec(path);
    const meta = category ? null : META.exec(path);
    if (!category && !meta) continue;
    const value = await readObject(join(root, path));
    if (!value) continue;
    if (category) {
      settings.set(category[1] ?? "", setting(value.label, value.position));
      continue;
    }
    Object.entries(value).forEach(([name, entry], index) => {
      const title = typeof entry === "object" && entry !== null && "title" in entry ? entry.title : entry;
      const folder = meta?.[1] === undefined ? name : `${meta[1]}/${name}`;
      settings.set(folder, setting(title, index));
    });
  }
  for (const { path, frontMatter } of documents) {
    const folder = FOLDER_PAGE.exec(path)?.[1];
    if (folder !== undefined) settings.set(folder, setting(frontMatter.label ?? frontMatter.title, frontMatter.order));
  }
  return settings;
}

function setting(title: unknown, order: unknown): FolderSetting {
  return {
    ...(typeof title === "string" && title.trim() !== "" && { title: title.trim() }),
    ...(typeof order === "number" && Number.isFinite(order) && { order }),
  };
}

async function readObject(file: string): Promise<Record<string, unknown> | undefined> {
  try {
    const value: unknown = parse(await readFile(file, "utf8"));
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
