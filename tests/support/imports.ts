import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";

/** Which folders of `src/` each folder may import, and which libraries are its own. */
export interface Rule {
  readonly folders: readonly string[];
  readonly libraries: readonly RegExp[];
}

/** One import that a rule forbids. */
export interface Violation {
  readonly file: string;
  readonly line: number;
  readonly imported: string;
}

const NODE = /^node:/;
const PREACT = /^(preact|@preact\/signals)(\/.*)?$/;

/** The directions of the design: who may import whom. `widget/loader`-like paths are rooms of their own. */
export const RULES: Readonly<Record<string, Rule>> = {
  domain: { folders: [], libraries: [] },
  text: { folders: ["domain"], libraries: [/^virtual:traditional-map$/] },
  search: { folders: ["domain", "text"], libraries: [/^@orama\//] },
  answer: { folders: ["domain", "text"], libraries: [] },
  handoff: { folders: ["domain", "text"], libraries: [] },
  inference: { folders: ["domain", "text"], libraries: [/^@xenova\/transformers$/, /^@huggingface\/tokenizers$/] },
  storage: { folders: ["domain"], libraries: [/^idb$/] },
  ui: { folders: ["domain", "client", "handoff"], libraries: [PREACT, /^preact-render-to-string$/, /^uqr$/] },
  pipeline: {
    folders: ["domain", "text", "search", "inference", "storage", "ui", "vault", "widget/protocol", "widget/site"],
    libraries: [
      NODE,
      /^(unified|vfile|yaml|ajv|github-slugger|image-size|preact-render-to-string)$/,
      /^(remark|rehype|hast|mdast|unist|micromark)(-|$)/,
      /^onnxruntime-web\/wasm$/,
    ],
  },
  cli: {
    folders: [
      "domain",
      "text",
      "search",
      "answer",
      "handoff",
      "inference",
      "storage",
      "ui",
      "pipeline",
      "client",
      "vault",
    ],
    libraries: [NODE, /^sirv$/],
  },
  worker: { folders: ["domain", "text", "search", "answer", "inference", "storage", "vault"], libraries: [] },
  client: {
    folders: ["domain", "storage", "handoff", "vault", "worker/protocol", "worker/main", "sw/protocol"],
    libraries: [],
  },
  sw: { folders: ["domain", "storage"], libraries: [/^workbox-/] },
  // The composition root: what every page starts with.
  page: { folders: ["domain", "client", "ui", "widget/frame", "widget/protocol"], libraries: [] },
  vault: { folders: ["domain"], libraries: [] },
  widget: { folders: [], libraries: [] },
  "widget/loader": { folders: ["widget/protocol", "widget/api", "widget/site"], libraries: [] },
  "widget/frame": { folders: ["domain", "client", "ui", "widget/protocol"], libraries: [PREACT] },
  types: { folders: [], libraries: [] },
};

const IMPORT =
  /(?:^|[^.\w])(?:import|export)\s+(?:type\s+)?(?:[\w*{}\s,$]+\s+from\s+)?["']([^"']+)["']|(?:^|[^.\w])import\(\s*["']([^"']+)["']/g;

/** Every import below `root` (a `src/` folder) that the rules forbid, unknown folders included. */
export function violations(root: string, rules: Readonly<Record<string, Rule>> = RULES): Violation[] {
  return sources(root).flatMap((file) => {
    const path = relative(root, file).split(sep).join("/");
    const room = roomOf(path, rules);
    const rule = rules[room];
    return importsOf(readFileSync(file, "utf8"))
      .filter(({ specifier }) => !rule || !allowed(path, room, specifier, rule, rules))
      .map(({ specifier, line }) => ({ file: path, line, imported: specifier }));
  });
}

function allowed(
  path: string,
  room: string,
  specifier: string,
  rule: Rule,
  rules: Readonly<Record<string, Rule>>,
): boolean {
  if (!specifier.startsWith(".")) return rule.libraries.some((library) => library.test(specifier));
  const target = posix.join(dirname(path), specifier.replace(/\?.*$/, ""));
  // The schema is data that ships beside the code.
  if (target.startsWith("../")) return room === "pipeline" && target.startsWith("../schema/");
  if (roomOf(target, rules) === room) return true;
  return rule.folders.some((folder) => target === folder || target.startsWith(`${folder}/`));
}

/** The longest rule name that a path starts with, else its first folder. */
function roomOf(path: string, rules: Readonly<Record<string, Rule>>): string {
  const names = Object.keys(rules).filter((name) => path.startsWith(`${name}/`));
  return names.sort((a, b) => b.length - a.length)[0] ?? path.split("/")[0]!;
}

function importsOf(text: string): { specifier: string; line: number }[] {
  return [...text.matchAll(IMPORT)].map((match) => ({
    specifier: (match[1] ?? match[2])!,
    line: text.slice(0, match.index + match[0].length).split("\n").length,
  }));
}

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}
