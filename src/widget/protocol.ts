// What a host page and the help centre's frame say to each other. The host's loader opens a frame whose `window.name`
// carries the host's origin; the frame greets that origin, and no other, if it is one it may speak with; the loader
// answers with a port of its own, to the help centre's origin and no other. From then on they speak through that port.

/** Raised whenever a message changes; each side refuses any other number. */
export const WIDGET_PROTOCOL = 1;

/**
 * The frame's `window.name` is this and the host's origin: unlike a query it outlives every navigation, and unlike
 * storage nobody can refuse it.
 */
export const FRAME_NAME = "pocket-help:";

/** Frame to host, by `window.postMessage`: the page in the frame listens. Every page of the frame says so anew. */
export interface Greeting {
  readonly pocketHelp: "here";
  readonly protocol: typeof WIDGET_PROTOCOL;
}

/** Host to frame, by `window.postMessage` with one `MessagePort`: the answer to a greeting. */
export interface Welcome {
  readonly pocketHelp: "port";
  readonly protocol: typeof WIDGET_PROTOCOL;
  readonly shape: FrameShape;
}

/** `panel`: opened over the host page, with a way to close it. `inline`: a part of the host page. */
export type FrameShape = "panel" | "inline";

/** What the frame is asked to show. */
export type View =
  | { readonly view: "home" }
  | { readonly view: "search"; readonly query: string }
  | { readonly view: "ask"; readonly question: string }
  /** `orders/track` in the frame's language, or `zh/orders/track`; `#anchor` for a section of it. */
  | { readonly view: "article"; readonly article: string };

/** What the host tells about the page the person is on. Compared on the device, sent nowhere. */
export interface PageHint {
  readonly url?: string;
  readonly title?: string;
  readonly text?: string;
  readonly tags?: readonly string[];
}

/** An article for the host's page. */
export interface Suggestion {
  /** `<locale>/<section>/<slug>` */
  readonly id: string;
  readonly title: string;
  /** Absolute address of the article. */
  readonly url: string;
}

/** What a ticket may carry, by name as the person reads it: `{ "Order": "EB-1042" }`. */
export type HostContext = Readonly<Record<string, string>>;

/** Looks that the host sets; whatever is absent stays as the site has it. */
export interface Look {
  /** CSS custom properties, one of {@link THEME_PROPERTIES} each. */
  readonly properties?: Readonly<Record<string, string>>;
  /** `host`: what the host page's own `color-scheme` comes to. */
  readonly scheme?: "light" | "dark";
  /** 1 is 100 %. */
  readonly zoom?: number;
}

/** The custom properties that a host may set on its `:root`, or a site in `widget.theme`. */
export const THEME_PROPERTIES = [
  /** Links, buttons, the launcher: a colour. */
  "--pocket-help-accent",
  /** Colour behind the text. */
  "--pocket-help-background",
  /** Colour of the text. */
  "--pocket-help-text",
  /** Rounding of the corners: a length. */
  "--pocket-help-radius",
  /** Font family that the device has; fonts of the host are not loaded in the frame. */
  "--pocket-help-font",
] as const;

/** Host to frame, through the port. */
export type HostMessage =
  | { readonly type: "show"; readonly view: View }
  /** The panel was opened or closed; an opened one takes the focus. */
  | { readonly type: "visible"; readonly visible: boolean }
  /** The focus comes in by Tab, at the first or the last place. */
  | { readonly type: "focus"; readonly at: "start" | "end" }
  | { readonly type: "look"; readonly look: Look }
  | { readonly type: "context"; readonly context: HostContext }
  | { readonly type: "suggest"; readonly id: number; readonly hint: PageHint }
  /** The key of sealed articles, 32 bytes as base64url. */
  | { readonly type: "unlock"; readonly id: number; readonly key: string }
  /** Removes all that this device keeps of the site. */
  | { readonly type: "sign-out"; readonly id: number };

/** Frame to host, through the port. */
export type FrameMessage =
  /** The answer to a message with the same id: its value, or why there is none. */
  | { readonly type: "reply"; readonly id: number; readonly value: unknown }
  | { readonly type: "refused"; readonly id: number; readonly reason: string }
  /** One of the events that hosts may listen to. */
  | { readonly type: "event"; readonly name: FrameEventName; readonly detail: unknown }
  /** The person wants the panel closed. */
  | { readonly type: "close" }
  /** The focus leaves the frame by Tab, forwards or backwards. */
  | { readonly type: "leave"; readonly towards: "start" | "end" };

export type FrameEventName = "answered" | "notCovered" | "contact" | "size";
