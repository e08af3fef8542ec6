import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { OutputFile } from "../packs";
import { brandCss } from "./brand";

/** The app as Vite built it, made this site's own: the same for every page of the site. */
export interface Shell {
  /** Fills the shell for one page. */
  page(head: string, body: string, attributes: { readonly lang: string; readonly dir: string }): string;
  /** Scripts, styles, icons and models to copy into the site. */
  readonly files: readonly OutputFile[];
  /** The script for host pages, before the site's settings are in it. */
  readonly widget?: string;
  /** The service worker's script, before the site's list of files is in it. */
  readonly serviceWorker?: string;
}

/**
 * Reads the built app and gives it the site's base and colours.
 *
 * @param folder where Vite put the app: index.html, assets/, and what stood in public/
 * @throws Error when the folder holds no built app
 */
export async function loadShell(folder: string, base: string, brandColor: string): Promise<Shell> {
  const html = await readFile(join(folder, "index.html"), "utf8").catch(() => {
    throw new Error(`No built app in ${folder}; run \`npm run build:app\` first.`);
  });
  const files: OutputFile[] = [];
  let serviceWorker: string | undefined;
  let widget: string | undefined;
  for (const path of await listFiles(folder)) {
    if (path === "sw.js") serviceWorker = await readFile(join(folder, path), "utf8");
    else if (path === "widget.js") widget = await readFile(join(folder, path), "utf8");
    else if (path !== "index.html") files.push({ path, bytes: await readFile(join(folder, path)) });
  }
  // The site's colours join the app's style sheet, so that a page waits for one style sheet, not two.
  const styleLink = /<link rel="stylesheet"[^>]*href="\.\/(assets\/[^"]+\.css)"[^>]*>/.exec(html);
  const app = files.findIndex((file) => file.path === styleLink?.[1]);
  if (!styleLink || app < 0)
    throw new Error(`The app in ${folder} has no style sheet; build it again with \`npm run build:app\`.`);
  const bytes = Buffer.concat([files[app]!.bytes, Buffer.from(brandCss(brandColor))]);
  const stylePath = `assets/site-${createHash("sha256").update(bytes).digest("hex").slice(0, 10)}.css`;
  files[app] = { path: stylePath, bytes };

  const ready = html
    .replace(styleLink[0], `<link rel="stylesheet" href="./${stylePath}">`)
    .replace(/(src|href)="\.\//g, `$1="${base}`)
    .replace(/ crossorigin/g, "")
    .replace(/<!--(?!page:)[\s\S]*?-->/g, "")
    .replace(/\n\s*/g, "\n");
  const [beforeHead, rest] = split(ready, "<!--page:head-->");
  const [beforeBody, end] = split(rest, "<!--page:body-->");
  return {
    page: (head, body, { lang, dir }) =>
      `${beforeHead.replace(/<html[^>]*>/, `<html lang="${lang}" dir="${dir}">`)}${head}${beforeBody}${body}${end}`,
    files,
    ...(widget !== undefined && { widget }),
    ...(serviceWorker !== undefined && { serviceWorker }),
  };
}

function split(html: string, mark: string): [string, string] {
  const at = html.indexOf(mark);
  if (at < 0) throw new Error(`index.html has lost its ${mark} mark.`);
  return [html.slice(0, at), html.slice(at + mark.length)];
}

async function listFiles(folder: string, below = ""): Promise<string[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  const lists = await Promise.all(
    entries.map((entry) => {
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      return entry.isDirectory() ? listFiles(folder, path) : [path];
    }),
  );
  return lists.flat().sort();
}
