import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";

/** How the gate answers whoever is not signed in. */
export type GateMode =
  /** Leads to a sign-in page of its own origin. */
  | "redirect"
  /** Leads to an identity provider, which is another site. */
  | "elsewhere"
  /** Sends the sign-in page in the place of whatever was asked for. */
  | "page"
  /** Sends it with the status that says so. */
  | "status";

/** A gate in front of a site: who has no session of its cookie gets nothing. */
export interface SsoProxy {
  /** Address of the site behind it, with its base path. */
  readonly url: string;
  /** Changed between tests. */
  mode: GateMode;
  /** Ends every session. */
  expire(): void;
  /** Until the next sign-in, these paths are not given out: the session ends between two requests. */
  refuse(paths: RegExp): void;
  /** Address of a page before the gate that shows another in a frame. @param framed its address */
  portal(framed: string): string;
  /** Leaves what matches without an answer, as a lost connection does. */
  drop: RegExp | undefined;
  /** What was asked for and not given out, as paths. */
  readonly refused: string[];
  stop(): Promise<void>;
}

/** What every sign-in page says; nothing on the device may ever hold it. */
export const SIGN_IN_MARK = "numbat-sign-in";

/** @param site address of the site that it guards, with a slash at the end */
export async function ssoProxy(site: string): Promise<SsoProxy> {
  const target = new URL(site);
  let sessions = new Set<string>();
  let count = 0;
  const state: { mode: GateMode; drop: RegExp | undefined } = { mode: "redirect", drop: undefined };
  const refused: string[] = [];
  let shut: RegExp | undefined;
  const server = createServer((from, to) => {
    const url = new URL(from.url ?? "/", `http://${from.headers.host}`);
    const back = url.searchParams.get("back") ?? "/";
    if (state.drop?.test(url.pathname)) return from.socket.destroy();
    if (url.hostname === "localhost") return signInPage(to, `http://127.0.0.1:${url.port}/callback`, back);
    switch (url.pathname) {
      case "/login":
        return signInPage(to, "/callback", back);
      case "/callback": {
        const session = `s${++count}`;
        sessions.add(session);
        shut = undefined;
        to.writeHead(303, { Location: back, "Set-Cookie": `session=${session}; HttpOnly; SameSite=Lax; Path=/` });
        to.end();
        return;
      }
      case "/portal":
        to.writeHead(200, { "Content-Type": "text/html" });
        to.end(`<!doctype html><title>Portal</title><iframe src="${back}" width="600" height="700"></iframe>`);
        return;
      case "/sign-out":
        sessions = new Set();
        to.writeHead(200, { "Clear-Site-Data": '"cache", "storage"', "Content-Type": "text/html" });
        to.end("<title>Signed out</title><h1>Signed out</h1>");
        return;
    }
    const session = /(?:^|; )session=(\w+)/.exec(from.headers.cookie ?? "")?.[1];
    if (session !== undefined && sessions.has(session) && !shut?.test(url.pathname)) return pass(from, to, target);
    refused.push(url.pathname + url.search);
    const login = `/login?back=${encodeURIComponent(url.pathname + url.search)}`;
    switch (state.mode) {
      case "redirect":
        to.writeHead(302, { Location: login }).end();
        return;
      case "elsewhere":
        to.writeHead(302, { Location: `http://localhost:${url.port}${login}` }).end();
        return;
      default:
        signInPage(to, "/callback", url.pathname + url.search, state.mode === "status" ? 401 : 200);
    }
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}${target.pathname}`,
    get mode() {
      return state.mode;
    },
    set mode(mode) {
      state.mode = mode;
    },
    expire() {
      sessions = new Set();
      refused.length = 0;
    },
    refuse(paths) {
      shut = paths;
    },
    portal: (framed) => `http://127.0.0.1:${port}/portal?back=${encodeURIComponent(framed)}`,
    get drop() {
      return state.drop;
    },
    set drop(drop) {
      state.drop = drop;
    },
    refused,
    stop: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Like real ones it refuses to be framed, and forgets the fragment of the address it was reached by. */
function signInPage(to: ServerResponse, action: string, back: string, status = 200): void {
  const field = back.replace(/[&"<]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  to.writeHead(status, { "Content-Type": "text/html; charset=utf-8", "X-Frame-Options": "DENY" });
  to.end(
    `<!doctype html><title>Sign in</title><h1>${SIGN_IN_MARK}</h1>` +
      `<form action="${action}"><input type="hidden" name="back" value="${field}"><button>Sign in</button></form>`,
  );
}

function pass(from: IncomingMessage, to: ServerResponse, target: URL): void {
  const options = { method: from.method, headers: { ...from.headers, host: target.host } };
  const through = request(new URL(from.url ?? "/", target), options, (answer) => {
    to.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(to);
  });
  through.on("error", () => to.writeHead(502).end());
  from.pipe(through);
}
