import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import MiniSearch from "minisearch";
import * as pagefind from "pagefind";
import type { SectionPack } from "../../../src/domain/pack";
import { arduino, type HelpCentre } from "../content/arduino";
import type { EngineAddress } from "../page/engines";
import { MINISEARCH_OPTIONS, miniSearchDocuments } from "../page/minisearch-options";
import { articlePaths, buildSite, clientModule, readPacks } from "../support/site";
import { startWebServer, type WebServer } from "../support/web-server";
import type { Workspace } from "../support/workspace";
import { bundlePageCode, probeScript } from "./bundle";

/** One engine with the server that holds it. */
export interface Contestant {
  readonly name: string;
  readonly address: EngineAddress;
  readonly server: WebServer;
  /** Page on which it is measured. */
  readonly page: string;
}

/** The same content served for three engines. */
export interface Arena {
  readonly centre: HelpCentre;
  readonly packs: readonly SectionPack[];
  readonly probe: string;
  readonly own: Contestant;
  /** The same with whole questions, by what they mean. */
  readonly ownByMeaning: Contestant;
  readonly others: readonly Contestant[];
  /** Address of the list of packs, on the others' server. */
  readonly packsUrl: string;
  stop(): Promise<void>;
}

export async function prepareArena(workspace: Workspace): Promise<Arena> {
  const centre = await arduino(workspace);
  const { folder, report } = await buildSite(workspace, centre.folder);
  const locale = report.locales.includes("en") ? "en" : report.locales[0]!;
  const packs = await readPacks(folder, locale);
  const [article] = await articlePaths(folder, locale);

  const rivals = await workspace.folder("rivals");
  await writeFile(join(rivals, "index.html"), '<!doctype html><html lang="en"><title>bench</title></html>');
  await writeFile(join(rivals, "packs.json"), JSON.stringify(packs));
  await bundlePageCode(["minisearch", "index-worker"], rivals);
  const index = new MiniSearch(MINISEARCH_OPTIONS);
  index.addAll(miniSearchDocuments(packs));
  await writeFile(join(rivals, "minisearch-index.json"), JSON.stringify(index));
  const withPagefind = await indexWithPagefind(folder, join(rivals, "pagefind"), (message) => workspace.tell(message));

  const site = await startWebServer(folder);
  const harness = await startWebServer(rivals);
  const rival = (name: string, address: EngineAddress): Contestant => ({
    name,
    address,
    server: harness,
    page: harness.url,
  });
  const address = { engine: "pocket-help", module: await clientModule(folder), base: "/", locale } as const;
  const own = { name: "Pocket Help", address, server: site, page: `${site.url}${article}` };
  return {
    centre,
    packs,
    probe: await probeScript(await workspace.folder("probe")),
    own,
    ownByMeaning: { ...own, address: { ...address, meaning: true } },
    others: [
      ...(withPagefind ? [rival("Pagefind", { engine: "pagefind", module: "/pagefind/pagefind.js" })] : []),
      rival("MiniSearch", { engine: "minisearch", module: "/minisearch.js", index: "/minisearch-index.json" }),
    ],
    packsUrl: "/packs.json",
    stop: async () => {
      await Promise.all([site.stop(), harness.stop()]);
    },
  };
}

/** Indexes the articles of a built site. @returns false where Pagefind's program does not run */
async function indexWithPagefind(site: string, out: string, tell: (message: string) => void): Promise<boolean> {
  try {
    const { index, errors } = await pagefind.createIndex({ rootSelector: "article" });
    if (!index) throw new Error(errors.join(", "));
    const added = await index.addDirectory({ path: site, glob: "**/*.html" });
    const written = await index.writeFiles({ outputPath: out });
    const faults = [...added.errors, ...written.errors];
    if (faults.length > 0) throw new Error(faults.join(", "));
    return true;
  } catch (error) {
    tell(`Pagefind is left out: ${error instanceof Error ? error.message : error}`);
    return false;
  } finally {
    await pagefind.close();
  }
}
