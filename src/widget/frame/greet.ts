import type { FrameShape, Greeting, Welcome } from "../protocol";
import { WIDGET_PROTOCOL } from "../protocol";

/** The part of a window that greets. */
export interface GreetingWindow {
  readonly parent: { postMessage(message: Greeting, targetOrigin: string): void };
  addEventListener(type: "message", listener: (event: WelcomeEvent) => void): void;
  removeEventListener(type: "message", listener: (event: WelcomeEvent) => void): void;
}

type WelcomeEvent = Pick<MessageEvent, "data" | "origin" | "ports" | "source">;

/**
 * Says to the host, and to nobody else, that the frame is there, and waits for its port. Whoever else writes to the
 * window is not heard: other frames, other origins, other protocols.
 *
 * @param host origin of the page that the frame belongs to
 * @param connect called once
 */
export function greet(
  view: GreetingWindow,
  host: string,
  connect: (port: MessagePort, shape: FrameShape) => void,
): void {
  const listen = (event: WelcomeEvent) => {
    const [port] = event.ports;
    if (event.source !== view.parent || event.origin !== host) return;
    if (!isWelcome(event.data) || !port || event.ports.length !== 1) return;
    view.removeEventListener("message", listen);
    connect(port, event.data.shape);
  };
  view.addEventListener("message", listen);
  view.parent.postMessage({ pocketHelp: "here", protocol: WIDGET_PROTOCOL }, host);
}

function isWelcome(data: unknown): data is Welcome {
  if (typeof data !== "object" || data === null) return false;
  const { pocketHelp, protocol, shape } = data as Partial<Record<keyof Welcome, unknown>>;
  return pocketHelp === "port" && protocol === WIDGET_PROTOCOL && (shape === "panel" || shape === "inline");
}
