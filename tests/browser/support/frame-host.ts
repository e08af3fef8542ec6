import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Frame, Page } from "playwright-core";
import { eventually } from "./browser";

/** A web site of somebody else, `http://localhost:<port>`, that frames the help centre with a few lines of its own. */
export interface FrameHost {
  readonly origin: string;
  /** Address of a page that frames one of the site. */
  framing(address: string, options?: FramingOptions): string;
  stop(): Promise<void>;
}

interface FramingOptions {
  /** `window.name` of the frame; the host's own when absent. */
  readonly name?: string;
  readonly sandbox?: string;
  /** The host waits with its welcome until the test calls `welcome()`. */
  readonly hesitant?: boolean;
  /** A page in a second frame, as HTML. */
  readonly sibling?: string;
}

/** What the test's host page offers to the test. */
declare global {
  interface Window {
    /** What the frame has said through the port, greetings included. */
    said: { type?: string; name?: string; [key: string]: unknown }[];
    say(message: unknown): void;
    welcome(): void;
  }
}

/** The least that a host does: answers the greeting with a port, to the help centre's origin alone. */
const SCRIPT = `
  const { help, hesitant } = document.currentScript.dataset;
  window.said = [];
  let port, page;
  window.say = (message) => port.postMessage(message);
  window.welcome = () => {
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = ({ data }) => said.push(data);
    page.postMessage({ pocketHelp: "port", protocol: 1, shape: "panel" }, help, [channel.port2]);
  };
  addEventListener("message", ({ data, origin, source }) => {
    said.push({ ...data, greeted: origin });
    if (origin !== help || data?.pocketHelp !== "here") return;
    page = source;
    if (!hesitant) welcome();
  });`;

const attribute = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

/** @param name `127.0.0.1` is the help centre's own site: only there a browser without third-party storage keeps things */
export async function frameHost(name: "localhost" | "127.0.0.1" = "localhost"): Promise<FrameHost> {
  const server: Server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? "/", "http://localhost");
    const sibling = searchParams.get("sibling");
    const address = searchParams.get("address") ?? "";
    const help = address && new URL(address).origin;
    const sandbox = searchParams.get("sandbox");
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(`<!doctype html><html lang="en"><title>Shop</title>
      <script data-help="${help}" ${searchParams.has("hesitant") ? "data-hesitant" : ""}>${SCRIPT.replace("hesitant }", "hesitant = undefined }").replace("!hesitant", "hesitant === undefined")}</script>
      <button>Before</button>
      <iframe title="Help" name="${attribute(searchParams.get("name") ?? "")}" width="400" height="680"
        ${sandbox === null ? "" : `sandbox="${attribute(sandbox)}"`} src="${attribute(address)}"></iframe>
      ${sibling ? `<iframe title="Advert" srcdoc="${attribute(sibling)}"></iframe>` : ""}</html>`);
  });
  await new Promise<void>((done) => server.listen(0, name, done));
  const origin = `http://${name}:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    framing(address, { name: frame = `pocket-help:${origin}`, sandbox, hesitant, sibling } = {}) {
      const query = new URLSearchParams({ address, name: frame });
      if (sandbox !== undefined) query.set("sandbox", sandbox);
      if (hesitant) query.set("hesitant", "");
      if (sibling !== undefined) query.set("sibling", sibling);
      return `${origin}/?${query}`;
    },
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** The help centre's page in the host's frame, once its script has run. */
export async function framedPage(page: Page, help: string): Promise<Frame> {
  const frame = await eventually(
    async () => page.frames().find((candidate) => candidate.url().startsWith(new URL(help).origin)),
    "the frame of the help centre",
  );
  await frame.locator("html[data-ready]").waitFor({ state: "attached" });
  return frame;
}

/** What the frame has said that is of a type, or an event of a name, once there is some. */
export async function heard(page: Page, typeOrName: string): Promise<Record<string, unknown>> {
  return eventually(
    () =>
      page.evaluate(
        (wanted) =>
          window.said.findLast(({ type, name, greeted }) => [type, name, greeted && "greeting"].includes(wanted)),
        typeOrName,
      ),
    `the frame says ${typeOrName}`,
  );
}

export async function say(page: Page, message: unknown): Promise<void> {
  await page.evaluate((said) => window.say(said), message);
}
