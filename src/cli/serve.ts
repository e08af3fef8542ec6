import { readFile } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import { join, resolve } from "node:path";
import sirv from "sirv";
import { parseOptions, UsageError } from "./options";

export const SERVE_HELP = `pocket-help serve [DIR] [--port 4173] [--host 127.0.0.1]

  Serves a built site (default: dist) for a look at it, under the path it was built for.`;

const DEFAULT_PORT = 4173;
/** Ports tried after the default one, when nobody asked for a certain port. */
const MORE_PORTS = 20;

export interface RunningServer {
  /** Address of the site's home, with its base path. */
  readonly url: string;
  readonly server: Server;
}

/** @returns the exit code, once the server has been stopped */
export async function serve(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions(args, { port: { type: "string" }, host: { type: "string" } }, 1);
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65535)) {
    throw new UsageError(`--port is a number from 0 to 65535, not ${JSON.stringify(values.port)}`);
  }
  const { url, server } = await startServer(positionals[0] ?? "dist", { port, host: values.host ?? "127.0.0.1" });
  console.log(`Help centre at ${url}\nPress Ctrl+C to stop.`);
  await new Promise<void>((done) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => server.close(() => done()));
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => server.closeAllConnections());
  });
  return 0;
}

/**
 * Starts a static server for a built site.
 *
 * @param options.port a free one near 4173 when absent; 0 for any free port
 * @throws Error when the folder holds no built site or the port is taken
 */
export async function startServer(
  folder: string,
  options: { port?: number | undefined; host: string },
): Promise<RunningServer> {
  const base = await builtBase(folder);
  const sent = await headersOfPages(folder, base);
  const notFound = await readFile(join(folder, "404.html")).catch(() => Buffer.from("Not found"));
  const headers = (response: ServerResponse, path: string) => {
    response.setHeader("X-Content-Type-Options", "nosniff");
    for (const [name, value] of sent) response.setHeader(name, value);
    const hashed = /^\/(assets|media|models|packs)\//.test(path) && !path.endsWith("/manifest.json");
    response.setHeader("Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
  };
  const files = sirv(folder, {
    dev: true,
    etag: true,
    dotfiles: false,
    setHeaders: (response, path) => headers(response, path),
  });
  const server = createServer((request, response) => {
    const missing = () => {
      headers(response, "");
      response.writeHead(404, { "Content-Type": "text/html; charset=utf-8" });
      response.end(request.method === "HEAD" ? undefined : notFound);
    };
    const url = request.url ?? "/";
    const [path = "", query = ""] = url.split(/(?=\?)/);
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { Allow: "GET, HEAD" });
      response.end();
      return;
    }
    if (`${path}/` === base) {
      response.writeHead(301, { Location: base + query });
      response.end();
    } else if (!url.startsWith(base) || isForHosts(path)) missing();
    else {
      request.url = url.slice(base.length - 1);
      files(request, response, missing);
    }
  });
  const port = await listen(server, options.port, options.host);
  const host = options.host.includes(":") ? `[${options.host}]` : options.host;
  return { url: `http://${host}:${port}${base}`, server };
}

/** Files that speak to hosts, which they do not deliver either. */
function isForHosts(path: string): boolean {
  return /\/(\.[^/]*|_headers|_redirects)$/.test(path);
}

async function listen(server: Server, port: number | undefined, host: string): Promise<number> {
  const candidates = port === undefined ? Array.from({ length: MORE_PORTS }, (_, n) => DEFAULT_PORT + n) : [port];
  for (const candidate of candidates) {
    const taken = await new Promise<NodeJS.ErrnoException | undefined>((done) => {
      server.once("error", done);
      server.listen(candidate, host, () => {
        server.off("error", done);
        done(undefined);
      });
    });
    if (!taken) {
      const address = server.address();
      return typeof address === "object" && address !== null ? address.port : candidate;
    }
    if (taken.code !== "EADDRINUSE") throw taken;
  }
  throw new Error(
    port === undefined
      ? `Ports ${DEFAULT_PORT} to ${DEFAULT_PORT + MORE_PORTS - 1} are all taken.`
      : `Port ${port} is taken.`,
  );
}

/** The base path that a site was built for, from its own root page. */
async function builtBase(folder: string): Promise<string> {
  const html = await readFile(join(folder, "index.html"), "utf8").catch(() => {
    throw new Error(
      `${resolve(folder)} holds no built site; run \`pocket-help build --content DIR --out ${folder}\` first.`,
    );
  });
  const data = /<script type="application\/json" id="page-data">(.*?)<\/script>/.exec(html)?.[1];
  return data === undefined ? "/" : (JSON.parse(data) as { base: string }).base;
}

/** Those of the headers that `_headers` gives to every file without which a preview would not behave like the real host. */
async function headersOfPages(folder: string, base: string): Promise<readonly (readonly [string, string])[]> {
  const text = await readFile(join(folder, "_headers"), "utf8").catch(() => "");
  const block = text.split("\n\n").find((part) => part.startsWith(`${base}*\n`)) ?? "";
  return ["Content-Security-Policy", "Access-Control-Allow-Origin"].flatMap((name) => {
    const value = new RegExp(`${name}: (.*)`).exec(block)?.[1];
    return value === undefined ? [] : [[name, value] as const];
  });
}
