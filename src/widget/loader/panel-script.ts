import type { HostMessage, View } from "../protocol";
import type { WidgetWords } from "../site";
import { element } from "./element";

/** What `widget.js` hands to `widget-panel.js`, which it fetches when a person first turns to the launcher. */
export interface PanelContext {
  /** Origin of the help centre. */
  readonly origin: string;
  /** The element of the host's document that has the focus while something in the panel has it. */
  readonly host: HTMLElement;
  /** In the shadow tree of the host: where the panel goes. */
  readonly box: HTMLElement;
  /** The panel has opened or closed. */
  onToggle(open: boolean): void;
  /** One of the events of the help centre. */
  onEvent(name: string, detail: unknown): void;
  /** Ends everything. */
  readonly signal: AbortSignal;
}

/** Messages that expect an answer, without their id. */
export type Request<Message = HostMessage> = Message extends { readonly id: number } ? Omit<Message, "id"> : never;

/** What comes back. */
export interface Help {
  /** Fetches the help centre, so that it is there when the panel opens. */
  load(): void;
  show(view?: View): void;
  hide(): void;
  /** From now on in these words, and at this address. */
  render(words: WidgetWords, address: string): void;
  /** All frames are told at once and again at each greeting, until there is a newer one of its type. */
  keep(message: HostMessage): void;
  /** All frames are told at once and again at each greeting, until one has answered. */
  ask(request: Request): Promise<unknown>;
  /**
   * Fills an inline element.
   *
   * @returns a function that empties it again
   */
  fill(inline: HTMLElement, title: string, address: string): () => void;
}

/** The element that fetches `widget-panel.js`; the script finds itself in it, so that no second global is needed. */
export interface PanelScript extends HTMLScriptElement {
  pocketHelp?: (createHelp: (context: PanelContext) => Help) => void;
}

/** Hosts may require Trusted Types; TypeScript does not know them. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** @returns rejects when the script cannot be fetched, or the host allows no policy called `pocket-help` */
export function loadPanel(base: URL): Promise<(context: PanelContext) => Help> {
  return new Promise((resolve, reject) => {
    const script = element("script", { pocketHelp: resolve, onerror: reject, async: true });
    const types = (window as { trustedTypes?: TrustedTypes }).trustedTypes;
    const url = `${base}widget-panel.js`;
    script.src = types ? types.createPolicy("pocket-help", { createScriptURL: () => url }).createScriptURL("") : url;
    document.head.append(script);
    script.remove();
  });
}
