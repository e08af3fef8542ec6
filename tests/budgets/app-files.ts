import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The scripts of a built site and what they load of each other. */
export interface AppFiles {
  /** Files that a page names in its head and those they import, before anything is done on the page. */
  ofPage(htmlFile: string): string[];
  /** Scripts whose name starts so, with all that they import statically; dynamic imports come later and do not count. */
  from(...prefixes: readonly string[]): string[];
  /** Scripts that these start as workers or otherwise name without importing them. */
  namedBy(files: readonly string[]): string[];
}

const STATIC = /(?:\bfrom|\bimport)\s*["'`]\.\/([\w.-]+\.js)["'`]/g;
const WORKER = /new URL\(\s*["'`](?:\.\/)?([\w.-]+\.js)["'`]/g;

/** @param site folder of a built site. @throws Error when it holds none */
export function readAppFiles(site: string): AppFiles {
  const assets = join(site, "assets");
  const names = readdirSync(assets);
  const mentioned = (name: string, pattern: RegExp) =>
    [...readFileSync(join(assets, name), "utf8").matchAll(pattern)]
      .map((match) => match[1]!)
      .filter((other) => names.includes(other));
  const withImports = (entries: readonly string[]): string[] => {
    const reached = new Set<string>();
    const visit = (name: string) => {
      if (reached.has(name)) return;
      reached.add(name);
      if (name.endsWith(".js")) for (const other of mentioned(name, STATIC)) visit(other);
    };
    for (const entry of entries) visit(entry);
    return [...reached].map((name) => join(assets, name));
  };
  return {
    ofPage(htmlFile) {
      const html = readFileSync(join(site, htmlFile), "utf8");
      const tags =
        html.match(/<script\b[^>]*\bsrc=[^>]*>|<link\b[^>]*\brel="?(?:stylesheet|modulepreload)[^>]*>/g) ?? [];
      const found = tags.flatMap((tag) => /assets\/([\w.-]+)/.exec(tag)?.[1] ?? []);
      if (found.length === 0) throw new Error(`${htmlFile} names no script and no style sheet`);
      return withImports(found);
    },
    from(...prefixes) {
      const entries = prefixes.map((prefix) => {
        const entry = names.find((name) => name.startsWith(`${prefix}-`) && name.endsWith(".js"));
        if (entry === undefined) throw new Error(`assets/ holds no script called ${prefix}-….js`);
        return entry;
      });
      return withImports(entries);
    },
    namedBy: (files) => {
      const own = files.map((file) => file.slice(assets.length + 1));
      return withImports([...new Set(own.flatMap((name) => mentioned(name, WORKER)))]);
    },
  };
}
