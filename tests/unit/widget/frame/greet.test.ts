import { describe, expect, it } from "vitest";
import { type GreetingWindow, greet } from "../../../../src/widget/frame/greet";

const HOST = "https://shop.example";
const WELCOME = { pocketHelp: "port", protocol: 1, shape: "panel" } as const;
const port = {} as MessagePort;

type Message = Parameters<Parameters<GreetingWindow["addEventListener"]>[1]>[0];

/** A window whose messages the test makes up. */
function meeting() {
  const listeners = new Set<(event: Message) => void>();
  const greetings: unknown[] = [];
  const parent = { postMessage: (message: unknown, origin: string) => greetings.push([message, origin]) };
  const view: GreetingWindow = {
    parent,
    addEventListener: (_, listener) => listeners.add(listener),
    removeEventListener: (_, listener) => listeners.delete(listener),
  };
  const connections: unknown[] = [];
  greet(view, HOST, (got, shape) => connections.push([got, shape]));
  const receive = (given: Partial<Record<keyof Message, unknown>>) => {
    const event = { source: parent, origin: HOST, data: WELCOME, ports: [port], ...given } as unknown as Message;
    for (const listener of [...listeners]) listener(event);
  };
  return { greetings, connections, receive };
}

describe("greet", () => {
  it("greets the host by its exact origin, and takes its port once", () => {
    const { greetings, connections, receive } = meeting();
    expect(greetings).toEqual([[{ pocketHelp: "here", protocol: 1 }, HOST]]);
    receive({});
    receive({});
    expect(connections).toEqual([[port, "panel"]]);
  });

  it.each([
    ["another frame", { source: {} }],
    ["no window at all", { source: null }],
    ["another origin", { origin: "https://evil.example" }],
    ["an opaque origin", { origin: "null" }],
    ["an origin that begins alike", { origin: `${HOST}.evil.example` }],
    ["another protocol", { data: { ...WELCOME, protocol: 2 } }],
    ["no protocol", { data: { pocketHelp: "port", shape: "panel" } }],
    ["an unknown shape", { data: { ...WELCOME, shape: "page" } }],
    ["a greeting sent back", { data: { pocketHelp: "here", protocol: 1 } }],
    ["a text", { data: JSON.stringify(WELCOME) }],
    ["nothing", { data: null }],
    ["no port", { ports: [] }],
    ["two ports", { ports: [port, port] }],
  ])("does not hear %s, and still hears the host", (_, forged) => {
    const { connections, receive } = meeting();
    receive(forged);
    expect(connections).toEqual([]);
    receive({});
    expect(connections).toHaveLength(1);
  });
});
