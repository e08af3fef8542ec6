import { createHash } from "node:crypto";
import type { OutputFile } from "../packs";

/** A refresh in the page's head would drop what the link asked for: query and fragment go along. */
const CODE = [
  "(function(d){var to=new URL(d.to,location.href);",
  "if(location.search)to.search=location.search;",
  "if(location.hash)to.hash=location.hash;",
  "location.replace(to.href)})(document.currentScript.dataset);\n",
].join("");

/** The script that pages at old addresses share. */
export function redirectScript(): OutputFile {
  const bytes = Buffer.from(CODE);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
  return { path: `assets/redirect-${hash}.js`, bytes };
}
