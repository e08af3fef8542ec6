import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { startServer } from "../../../src/cli/serve";
import { addFiles, folderWith } from "../../support/folders";

const site = (base: string) => ({
  "index.html": `<script type="application/json" id="page-data">{"base":"${base}"}</script>home`,
  "404.html": "This page does not exist.",
  "en/orders/index.html": "orders",
  "zh/退货/index.html": "退货",
  "assets/a-1.js": "1",
  "packs/manifest.json": "{}",
  "packs/ab.json": "{}",
  _headers: `${base}*\n  Content-Security-Policy: default-src 'none'\n  X-Other: 1\n\n${base}assets/*\n  Cache-Control: x\n`,
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Sends the path just as it is: `fetch` would tidy `..` away. */
function ask(port: number, path: string, method = "GET"): Promise<Answer> {
  return new Promise((done, fail) => {
    const request = httpRequest({ host: "127.0.0.1", port, path, method }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => {
        body += part;
      });
      response.on("end", () => done({ status: response.statusCode!, headers: response.headers, body }));
    });
    request.on("error", fail);
    request.end();
  });
}

async function started(base = "/help/", folder?: string) {
  const { url, server } = await startServer(folder ?? (await folderWith(site(base))), { port: 0, host: "127.0.0.1" });
  onTestFinished(() => void server.close());
  const port = Number(new URL(url).port);
  return { url, port, get: (path: string, method?: string) => ask(port, path, method) };
}

describe("startServer", () => {
  it("serves a site under the path it was built for", async () => {
    const { url, port, get } = await started();
    expect(url).toBe(`http://127.0.0.1:${port}/help/`);
    const rows = await Promise.all(
      ["/help/", "/help/en/orders/", "/help/zh/%E9%80%80%E8%B4%A7/", "/help/en/orders/?q=1", "/", "/en/orders/"].map(
        async (path) => [path, (await get(path)).status],
      ),
    );
    expect(rows).toEqual([
      ["/help/", 200],
      ["/help/en/orders/", 200],
      ["/help/zh/%E9%80%80%E8%B4%A7/", 200],
      ["/help/en/orders/?q=1", 200],
      ["/", 404],
      ["/en/orders/", 404],
    ]);
  });

  it("leads from the base without its slash to the base, query and all", async () => {
    const { get } = await started();
    const { status, headers } = await get("/help");
    expect([status, headers.location]).toEqual([301, "/help/"]);
    expect((await get("/help?q=1")).headers.location).toBe("/help/?q=1");
  });

  it("serves the root of a host", async () => {
    const { url, port, get } = await started("/");
    expect(url).toBe(`http://127.0.0.1:${port}/`);
    expect((await get("/en/orders/")).body).toBe("orders");
  });

  it("shows the site's own page where there is nothing", async () => {
    const { get } = await started();
    const { status, headers, body } = await get("/help/nope/");
    expect([status, headers["content-type"], body]).toEqual([
      404,
      "text/html; charset=utf-8",
      "This page does not exist.",
    ]);
    expect(headers["content-security-policy"]).toBe("default-src 'none'");
    expect((await get("/help/%E0%A4%A")).status).toBe(404);
  });

  it("shows what a later build wrote, without being started again", async () => {
    const folder = await folderWith(site("/"));
    const { get } = await started("/", folder);
    expect((await get("/en/new/")).status).toBe(404);
    await addFiles(folder, { "en/new/index.html": "new" });
    expect((await get("/en/new/")).body).toBe("new");
  });

  it("answers HEAD without a body", async () => {
    const { get } = await started();
    const found = await get("/help/en/orders/", "HEAD");
    expect([found.status, found.headers["content-length"], found.body]).toEqual([200, "6", ""]);
    const missing = await get("/help/nope/", "HEAD");
    expect([missing.status, missing.body]).toEqual([404, ""]);
  });

  it("sends the site's policy, and lets a browser keep what never changes under its name", async () => {
    const { get } = await started();
    const cache = async (path: string) => (await get(`/help/${path}`)).headers["cache-control"];
    const { headers } = await get("/help/en/orders/");
    expect(headers).toMatchObject({
      "content-security-policy": "default-src 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "no-cache",
    });
    expect(await cache("assets/a-1.js")).toBe("public, max-age=31536000, immutable");
    expect(await cache("packs/ab.json")).toBe("public, max-age=31536000, immutable");
    expect(await cache("packs/manifest.json")).toBe("no-cache");
  });

  it("gives away nothing outside the folder, however the path is written", async () => {
    const folder = await folderWith({});
    const dist = join(folder, "dist");
    await addFiles(dist, site("/help/"));
    await addFiles(folder, { "secret.txt": "secret", "dist-private/secret.txt": "secret" });
    const { get } = await started("/help/", dist);
    for (const up of ["..", "%2e%2e", "%2E.", "..%2f..", "..\\", "%5c..", "en/../../.."]) {
      for (const target of ["secret.txt", "dist-private/secret.txt"]) {
        const { status, body } = await get(`/help/${up}/${target}`);
        expect([status, body], `${up}/${target}`).toEqual([404, "This page does not exist."]);
      }
    }
    expect((await get("/help/../dist-private/secret.txt")).status).toBe(404);
  });

  it("says which port is taken, and finds a free one when none was asked for", async () => {
    const { port } = await started();
    const folder = await folderWith(site("/"));
    await expect(startServer(folder, { port, host: "127.0.0.1" })).rejects.toThrow(`Port ${port} is taken.`);
    const servers = await Promise.all([0, 1].map(() => startServer(folder, { host: "127.0.0.1" })));
    for (const { server } of servers) onTestFinished(() => void server.close());
    const ports = servers.map(({ url }) => Number(new URL(url).port));
    expect(new Set(ports).size).toBe(2);
    for (const found of ports) expect(found).toBeGreaterThanOrEqual(4173);
  });
});
