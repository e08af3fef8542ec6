import { FRAME_NAME, type FrameMessage, type FrameShape, type HostMessage, WIDGET_PROTOCOL } from "../protocol";
import { element } from "./element";
import type { Request } from "./panel-script";

/** A frame of the help centre, and the way to speak with the page in it. */
export interface Frame {
  /** Of class `there` while the page in it is one that has greeted. */
  readonly iframe: HTMLIFrameElement;
  /** @returns false, and nothing is sent, while no page has greeted */
  send(message: HostMessage): boolean;
  /** Whether the page that is shown has greeted. */
  greeted(): boolean;
  /** Answers a greeting. */
  welcome(): void;
  end(): void;
}

/** All frames on the host's page: what one of them is told, all are. */
export interface Frames {
  /** @param onMessage is called with whatever is no answer, and with nothing when a page has greeted */
  open(shape: FrameShape, title: string, address: string, onMessage: (message?: FrameMessage) => void): Frame;
  /** Told at once and again at each greeting, until there is a newer one of its type. */
  keep(message: HostMessage): void;
  /** Told at once and again at each greeting, until a frame has answered. */
  ask(request: Request): Promise<unknown>;
}

/**
 * @param origin of the help centre: no message from elsewhere counts, and nothing is told to others
 * @param onEvent is called with the events of the pages
 * @param signal ends all frames
 */
export function createFrames(
  origin: string,
  onEvent: (name: string, detail: unknown) => void,
  signal: AbortSignal,
): Frames {
  const frames = new Set<Frame>();
  const kept = new Map<unknown, HostMessage>();
  const asked = new Map<unknown, readonly [(value: unknown) => void, (reason: Error) => void]>();
  let ids = 0;

  const keep = (message: HostMessage, key: unknown = message.type) => {
    kept.set(key, message);
    for (const frame of frames) frame.send(message);
  };
  const receive = (message: FrameMessage | undefined, others: (message: FrameMessage) => void) => {
    if (!message) return;
    if (message.type === "reply" || message.type === "refused") {
      const [resolve, reject] = asked.get(message.id) ?? [];
      // What is kept under another key is none of the frame's business.
      if (asked.delete(message.id)) kept.delete(message.id);
      if (message.type === "reply") resolve?.(message.value);
      else reject?.(new Error(message.reason));
    } else {
      if (message.type === "event" && /^(answered|notCovered|contact|size)$/.test(message.name))
        onEvent(message.name, message.detail);
      others(message);
    }
  };

  addEventListener(
    "message",
    (event) => {
      if (event.origin !== origin || event.data?.pocketHelp !== "here" || event.data.protocol !== WIDGET_PROTOCOL)
        return;
      for (const frame of frames) if (event.source === frame.iframe.contentWindow) frame.welcome();
    },
    { signal },
  );
  signal.addEventListener("abort", () => {
    for (const frame of frames) frame.end();
  });

  return {
    open(shape, title, address, onMessage) {
      let port: MessagePort | undefined;
      let greeted = false;
      const iframe = element("iframe", {
        name: FRAME_NAME + location.origin,
        title,
        allow: "clipboard-write; microphone",
        src: address,
        onload() {
          // A page that greeted while it loaded may stay; another one has some time left, see the style sheet.
          if (!greeted) iframe.className = "";
          greeted = false;
        },
      });
      const frame: Frame = {
        iframe,
        send(message) {
          port?.postMessage(message);
          return !!port;
        },
        greeted: () => iframe.className !== "",
        welcome() {
          const { port1, port2 } = new MessageChannel();
          port?.close();
          port = port1;
          port.onmessage = ({ data }) => receive(data, onMessage);
          iframe.contentWindow?.postMessage({ pocketHelp: "port", protocol: WIDGET_PROTOCOL, shape }, origin, [port2]);
          greeted = true;
          iframe.className = "there";
          for (const message of kept.values()) port.postMessage(message);
          onMessage();
        },
        end() {
          port?.close();
          frames.delete(frame);
          iframe.remove();
        },
      };
      frames.add(frame);
      return frame;
    },
    keep,
    ask: (request) =>
      new Promise((...settlers) => {
        // What was passed on for the person who leaves is none of the next one's.
        if (request.type === "sign-out") kept.delete("context");
        asked.set(++ids, settlers);
        keep({ ...request, id: ids } as HostMessage, ids);
      }),
  };
}
