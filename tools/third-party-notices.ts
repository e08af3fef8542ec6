import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";

/**
 * Emits a file with name, version and full licence text of every package that went into the bundle.
 *
 * @returns the plugin for the bundle, and one that adds what its workers bundle by themselves
 */
export function thirdPartyNotices(fileName: string): { readonly bundle: Plugin; readonly worker: () => Plugin } {
  const folders = new Set<string>();
  const collect = (bundle: Readonly<Record<string, { type: string; moduleIds?: readonly string[] }>>) => {
    for (const { moduleIds } of Object.values(bundle)) {
      for (const id of moduleIds ?? []) {
        const folder = packageFolder(id);
        if (folder !== undefined) folders.add(folder);
      }
    }
  };
  return {
    worker: () => ({
      name: "third-party-notices:worker",
      generateBundle: (_options, bundle) => collect(bundle),
    }),
    bundle: {
      name: "third-party-notices",
      generateBundle(_options, bundle) {
        collect(bundle);
        this.emitFile({ type: "asset", fileName, source: notices([...folders].sort()) });
      },
    },
  };
}

/** The folder of the package that a module belongs to: what follows the last `node_modules/` in its path. */
export function packageFolder(id: string): string | undefined {
  const match = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replace(/\\/g, "/"));
  return match?.[1];
}

function notices(folders: readonly string[]): string {
  const entries = folders.map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
      name: string;
      version: string;
      license?: string;
    };
    const text = licenceText(folder) ?? `Licensed under ${license ?? "unknown terms"}.`;
    return `${name} ${version} (${license ?? "see text"})\n\n${text.trim()}\n`;
  });
  return [`Pocket Help contains the following packages.\n`, ...entries].join(`\n${"-".repeat(80)}\n\n`);
}

function licenceText(folder: string): string | undefined {
  // Some monorepos keep the licence beside the package's folder only.
  for (const place of [folder, dirname(folder)]) {
    const file = existsSync(place) ? readdirSync(place).find((name) => /^licen[cs]e/i.test(name)) : undefined;
    if (file !== undefined) return readFileSync(join(place, file), "utf8");
  }
  return undefined;
}
