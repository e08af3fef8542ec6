import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".wasm": "application/wasm",
  ".png": "image/png",
};

/** One answered request. */
export interface Transfer {
  readonly path: string;
  /** Body as sent, compressed; headers not counted. */
  readonly bytes: number;
}

export interface WebServer {
  /** With a slash at the end. */
  readonly url: string;
  /** What has been sent since the last call. */
  take(): Transfer[];
  stop(): Promise<void>;
}

interface Body {
  readonly raw: Buffer;
  /** Absent where compression gains nothing. */
  readonly zipped: Buffer | undefined;
  readonly etag: string;
}

/**
 * Serves a folder on the loopback as a good static host does: gzip, made once per file; hashed names kept for ever,
 * the rest asked for again with an ETag; 404.html for what is not there. Counts what it sends.
 */
export async function startWebServer(folder: string): Promise<WebServer> {
  const bodies = new Map<string, Promise<Body | undefined>>();
  let transfers: Transfer[] = [];
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const path = decodeURIComponent(pathname);
    const asked = path.endsWith("/") ? `${path}index.html` : path;
    const found = await load(asked);
    const body = found ?? (await load("/404.html"));
    // Players ask for videos as they are.
    const zipped = /\bgzip\b/.test(String(request.headers["accept-encoding"])) ? body?.zipped : undefined;
    const type = TYPES[extname(asked)] ?? "application/octet-stream";
    const headers = {
      "Content-Type": found ? type : TYPES[".html"],
      "Cache-Control":
        /^\/(assets|media|packs)\//.test(path) && !path.endsWith("/manifest.json") ? FOREVER : "no-cache",
      "X-Content-Type-Options": "nosniff",
      ETag: body?.etag ?? "",
      ...(zipped && { "Content-Encoding": "gzip", Vary: "Accept-Encoding" }),
    };
    const unchanged = found !== undefined && request.headers["if-none-match"] === found.etag;
    const bytes = unchanged ? Buffer.alloc(0) : (zipped ?? body?.raw ?? Buffer.from("Not found"));
    transfers.push({ path, bytes: bytes.length });
    response.writeHead(unchanged ? 304 : found ? 200 : 404, headers);
    response.end(request.method === "HEAD" ? undefined : bytes);
  }

  function load(path: string): Promise<Body | undefined> {
    const known = bodies.get(path);
    if (known) return known;
    const loading = readBody(join(folder, path));
    bodies.set(path, loading);
    // What is not there may be built later.
    void loading.then((body) => body ?? bodies.delete(path));
    return loading;
  }

  await new Promise<void>((done, fail) => {
    server.once("error", fail);
    server.listen(0, "127.0.0.1", done);
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    take() {
      const taken = transfers;
      transfers = [];
      return taken;
    },
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

const FOREVER = "public, max-age=31536000, immutable";

async function readBody(file: string): Promise<Body | undefined> {
  if (!(await stat(file).catch(() => undefined))?.isFile()) return undefined;
  const raw = await readFile(file);
  const etag = `"${createHash("sha256").update(raw).digest("hex").slice(0, 16)}"`;
  const zipped = gzipSync(raw);
  // Pictures, videos and archives come out no smaller.
  return { raw, etag, zipped: zipped.length < raw.length * 0.95 ? zipped : undefined };
}

/** Bytes of all transfers. */
export function totalBytes(transfers: readonly Transfer[]): number {
  return transfers.reduce((sum, { bytes }) => sum + bytes, 0);
}
