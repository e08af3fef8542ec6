import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { projectFolder } from "./sites";

/** A web site of somebody else, whose pages embed the widget. */
export interface HostSite {
  /** `http://localhost:<port>`: another site than the help centre's `http://127.0.0.1`, and just as secure. */
  readonly origin: string;
  /** Address of a page of it. */
  page(path: string): string;
  /** What the pages embed from now on. */
  embed(embedded: Embedded): void;
  stop(): Promise<void>;
}

/** Addresses by the name that stands for them in the fixtures: `{{help}}`. */
export interface Embedded {
  /** Root of the help centre, with a slash at the end. */
  readonly help: string;
  /** A page of a third site, in a frame beside the widget. */
  readonly advert?: string;
}

export interface HostOptions {
  /** Changes every page before it goes out. */
  readonly edit?: (html: string, path: string) => string;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
};

/** What a host has to allow, and nothing else: its own files, the widget's script and its frame. */
function strictPolicy({ help, advert }: Embedded): string {
  const origin = (address: string) => new URL(address).origin;
  return [
    "default-src 'none'",
    `script-src 'self' ${origin(help)}`,
    "style-src 'self'",
    "img-src 'self'",
    `frame-src ${[help, ...(advert ? [advert] : [])].map(origin).join(" ")}`,
    "form-action 'self'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
  ].join("; ");
}

/** Serves a folder of `tests/fixtures/hosts` on a free port, its placeholders filled, under {@link strictPolicy}. */
export async function serveHost(name: string, options: HostOptions = {}): Promise<HostSite> {
  const folder = projectFolder("tests", "fixtures", "hosts", name);
  const { edit = (html: string) => html } = options;
  let embedded: Embedded = { help: "http://127.0.0.1/" };
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = join(folder, normalize(path));
    const type = TYPES[extname(file)];
    const there = file.startsWith(folder + sep) && (await stat(file).catch(() => undefined))?.isFile();
    if (!there || type === undefined) {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("Not found");
      return;
    }
    const text = Object.entries(embedded).reduce<string>(
      (filled, [key, address]) => filled.replaceAll(`{{${key}}}`, address),
      await readFile(file, "utf8"),
    );
    const page = type.startsWith("text/html");
    response.writeHead(200, {
      "Content-Type": type,
      "Cache-Control": "no-cache",
      "X-Content-Type-Options": "nosniff",
      ...(page && {
        "Content-Security-Policy": strictPolicy(embedded),
        "Referrer-Policy": "strict-origin-when-cross-origin",
      }),
    });
    response.end(page ? edit(text, path) : text);
  });
  await new Promise<void>((done, fail) => {
    server.once("error", fail);
    server.listen(0, "127.0.0.1", done);
  });
  const address = server.address();
  const origin = `http://localhost:${typeof address === "object" && address !== null ? address.port : 0}`;
  return {
    origin,
    page: (path) => `${origin}/${path}`,
    embed(next) {
      embedded = next;
    },
    stop: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
