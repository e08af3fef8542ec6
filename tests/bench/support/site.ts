import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { RootManifest, SectionPack } from "../../../src/domain/pack";
import type { BuildReport } from "../../../src/pipeline/build";
import { projectFolder } from "../../browser/support/sites";
import { type CommandCost, measuredCommand } from "./measured-command";
import { startWebServer, type WebServer } from "./web-server";
import type { Workspace } from "./workspace";

export interface BuiltSite {
  readonly folder: string;
  readonly report: BuildReport;
  readonly cost: CommandCost;
}

/** Builds a site with the shipped tool, measured. */
export async function buildSite(workspace: Workspace, content: string, ...args: string[]): Promise<BuiltSite> {
  return buildSiteInto(workspace, await workspace.folder("site"), content, ...args);
}

async function buildSiteInto(
  workspace: Workspace,
  folder: string,
  content: string,
  ...args: string[]
): Promise<BuiltSite> {
  const cost = await measuredCommand(await workspace.folder("usage"), [
    projectFolder("bin", "pocket-help.js"),
    "build",
    "--content",
    content,
    "--out",
    folder,
    "--json",
    ...args,
  ]);
  return { folder, cost, report: JSON.parse(cost.stdout) as BuildReport };
}

/**
 * The demo centre, built for the very address it is served from, as a host would have it.
 *
 * @param settings of its configuration, in place of its own
 */
export async function serveDemo(
  workspace: Workspace,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<WebServer & { readonly folder: string }> {
  const folder = await workspace.folder("demo");
  const server = await startWebServer(folder);
  const content = projectFolder("content");
  const config = JSON.parse(await readFile(join(content, "config.json"), "utf8")) as Record<string, unknown>;
  const configFile = join(await workspace.folder("config"), "config.json");
  await writeFile(configFile, JSON.stringify({ ...config, siteUrl: server.url, ...settings }));
  await buildSiteInto(workspace, folder, content, "--config", configFile);
  return { ...server, folder };
}

/** What search reads of a built site in one language. */
export async function readPacks(site: string, locale: string): Promise<SectionPack[]> {
  const json = async (path: string) => JSON.parse(await readFile(join(site, path), "utf8")) as unknown;
  const manifest = (await json("packs/manifest.json")) as RootManifest;
  const sections = manifest.locales.find((entry) => entry.locale === locale)?.sections ?? [];
  return Promise.all(sections.map(async ({ pack }) => (await json(pack.path)) as SectionPack));
}

/** Paths of a language's articles below the site's root, as the manifest's order has them. */
export async function articlePaths(site: string, locale: string): Promise<string[]> {
  const packs = await readPacks(site, locale);
  return packs.flatMap(({ articles }) =>
    articles.map(({ id }) => `${id.split("/").map(encodeURIComponent).join("/")}/`),
  );
}

/** The chunk that the page's own search loads. @throws Error when the app has none of that name */
export async function clientModule(site: string): Promise<string> {
  const names = await readdir(join(site, "assets"));
  const name = names.find((name) => /^search-client-[\w-]+\.js$/.test(name));
  if (name === undefined) throw new Error("assets/ holds no search-client chunk; the bench asks search through it");
  return `/assets/${name}`;
}
