import { element } from "./element";
import { whenIdle } from "./idle";

/** A class can be defined once only; what its elements do is up to the widget that is there. */
interface InlineClass extends CustomElementConstructor {
  update?: ((inline: HTMLElement) => void) | undefined;
}

const NAME = "pocket-help";

/**
 * `<pocket-help>`: the help centre as a part of the host's page. Its content, a plain link, is shown until the help
 * centre is there, and again when it is gone.
 *
 * @param fill is called when an element comes near the viewport or gets the focus; it resolves to what empties it
 */
export function defineInline(
  sheet: CSSStyleSheet,
  fill: (inline: HTMLElement) => Promise<() => void>,
  signal: AbortSignal,
): void {
  const filled = new Map<Element, Promise<() => void>>();
  const load = (inline: HTMLElement) => {
    if (!signal.aborted && inline.isConnected && !filled.has(inline))
      filled.set(
        inline,
        fill(inline).catch(() => () => {}),
      );
  };
  const near = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) if (entry.isIntersecting) whenIdle(() => load(entry.target as HTMLElement));
    },
    { rootMargin: "50%" },
  );
  const update = (inline: HTMLElement) => {
    filled.get(inline)?.then((empty) => empty());
    filled.delete(inline);
    near.unobserve(inline);
    if (!inline.isConnected) return;
    const root = inline.shadowRoot ?? inline.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    root.replaceChildren(element("slot", { onfocusin: () => load(inline) }));
    near.observe(inline);
  };
  const Inline: InlineClass = customElements.get(NAME) ?? define();
  Inline.update = update;
  for (const inline of document.querySelectorAll<HTMLElement>(NAME)) update(inline);
  signal.addEventListener("abort", () => {
    near.disconnect();
    Inline.update = undefined;
  });
}

function define(): InlineClass {
  class Inline extends HTMLElement {
    static readonly observedAttributes = ["lang", "view", "article"];
    static update?: InlineClass["update"];
    connectedCallback() {
      Inline.update?.(this);
    }
    disconnectedCallback() {
      Inline.update?.(this);
    }
    attributeChangedCallback() {
      Inline.update?.(this);
    }
  }
  customElements.define(NAME, Inline);
  return Inline;
}
