import { type RunningServer, startServer } from "../../../src/cli/serve";

const HOST = "127.0.0.1";

/** A built site on a server that can go away and come back at the same address. */
export interface SiteServer {
  /** Address of the site's root, with its base path and a slash at the end. */
  readonly url: string;
  /** Takes the server down: not an emulated flag, nothing answers any more. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** Serves a built site on a free port. */
export async function serveSite(folder: string): Promise<SiteServer> {
  let running: RunningServer | undefined = await startServer(folder, { port: 0, host: HOST });
  const { url } = running;
  return {
    url,
    async stop() {
      const server = running?.server;
      running = undefined;
      await new Promise<void>((done) => {
        if (!server) return done();
        server.close(() => done());
        server.closeAllConnections();
      });
    },
    async start() {
      running ??= await startServer(folder, { port: Number(new URL(url).port), host: HOST });
    },
  };
}
