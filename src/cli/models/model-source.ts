import { existsSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { isModelId } from "../../domain/models";
import { UsageError } from "../options";

export const DEFAULT_HUB = "https://huggingface.co";

/** Where a model's files come from. */
export interface ModelSource {
  readonly kind: "hub" | "url" | "folder";
  readonly id: string;
  /** As the pin and the messages call it. */
  readonly name: string;
  /** What was asked for; empty where there are no revisions. */
  readonly revision: string;
  /** The page on which a person accepts the terms of a gated model. */
  readonly page?: string;
  /** Address, or path in a folder, of one of its files; of a certain commit where the source has such. */
  locate(path: string, commit?: string): string;
}

export interface SourceOptions {
  /** Base address of the hub or of a mirror of it. */
  readonly hub: string;
  readonly revision?: string | undefined;
  /** In place of the id that the address or the folder's name gives. */
  readonly id?: string | undefined;
}

/**
 * Understands what a person names: an id of the hub, the address of a page of the hub or of any folder, or a folder.
 *
 * @throws UsageError when it is none of them
 */
export function modelSource(what: string, options: SourceOptions): ModelSource {
  if (/^https?:\/\//i.test(what)) return fromAddress(what, options);
  const isPath = /^(\.{1,2}([/\\]|$)|[/\\~]|[A-Za-z]:[/\\])/.test(what) || existsSync(join(what, "config.json"));
  if (isPath || !isModelId(what)) return fromFolder(what, options);
  return fromHub(what, options.revision ?? "main", options);
}

function fromHub(name: string, revision: string, options: SourceOptions): ModelSource {
  const page = `${options.hub.replace(/\/+$/, "")}/${name}`;
  return {
    kind: "hub",
    id: checkId(options.id ?? name),
    name: page,
    page,
    revision,
    locate: (path, commit) => `${page}/resolve/${encodeURIComponent(commit ?? revision)}/${path}`,
  };
}

function fromAddress(address: string, options: SourceOptions): ModelSource {
  const url = new URL(address);
  const parts = url.pathname.split("/").filter((part) => part !== "");
  const [owner = "", name = "", verb, revision] = parts;
  const isHub = url.origin === new URL(options.hub).origin && isModelId(`${owner}/${name}`);
  if (isHub && (parts.length === 2 || verb === "tree" || verb === "resolve"))
    return fromHub(`${owner}/${name}`, options.revision ?? revision ?? "main", options);
  const folder = `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
  // The hub's layout at another host, `…/owner/name/resolve/main`; else the folder's own name.
  const last = parts.at(-2) === "resolve" ? parts.slice(-4, -2).join("/") : decodeURIComponent(parts.at(-1) ?? "");
  return {
    kind: "url",
    id: checkId(options.id ?? last),
    name: `${folder}/`,
    revision: "",
    locate: (path) => `${folder}/${path}${url.search}`,
  };
}

function fromFolder(path: string, options: SourceOptions): ModelSource {
  const folder = resolve(path);
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new UsageError(
      `${JSON.stringify(path)} is no id of the hub (owner/name), no address (https://…) and no folder that is there`,
    );
  const locate = (file: string) => join(folder, file);
  return { kind: "folder", id: checkId(options.id ?? basename(folder)), name: path, revision: "", locate };
}

function checkId(id: string): string {
  if (isModelId(id)) return id;
  throw new UsageError(
    `${JSON.stringify(id)} cannot be a model's id; give one of letters, digits, ".", "_" and "-", for example --id my-model`,
  );
}
