import { readFile } from "node:fs/promises";

/** A `fetch` for files of this machine, by path: Node's own takes addresses only. */
export const fetchLocal: typeof fetch = async (path) => new Response(new Uint8Array(await readFile(String(path))));
