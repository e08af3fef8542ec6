import type { View } from "../protocol";
import type { WidgetWords } from "../site";
import { element, styleSheet } from "./element";
import type { Frame, Frames } from "./frames";
import type { Help } from "./panel-script";

/** The help centre over the host's page: in a corner where there is room, else on the whole screen. */
export interface Panel extends Pick<Help, "load" | "show" | "hide" | "render"> {
  readonly dialog: HTMLDialogElement;
}

const SMALL = "(max-width: 479.98px), (max-height: 499.98px)";

/**
 * @param host the element of the host's document that has the focus while something in the panel has it
 * @param onToggle is called when the panel opens and closes
 */
export function createPanel(
  frames: Frames,
  host: HTMLElement,
  onToggle: (open: boolean) => void,
  signal: AbortSignal,
): Panel {
  const small = matchMedia(SMALL);
  // Without a place for the scroll bar: the panel would not reach over it.
  const lock = styleSheet("html{overflow:hidden!important;scrollbar-gutter:auto!important}");
  let address: string;
  let frame: Frame | undefined;
  let wanted: View | undefined;
  let open = false;
  let before: HTMLElement | undefined;

  const shut = element("button", { type: "button", textContent: "×", onclick: hide });
  const name = element("p", {});
  const link = element("a", { target: "_blank", rel: "noopener" });
  const dialog = element(
    "dialog",
    {
      popover: "manual",
      onkeydown(event: KeyboardEvent) {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        hide();
      },
      oncancel(event: Event) {
        event.preventDefault();
        hide();
      },
    },
    edge("start", "end"),
    element("div", { className: "cover", role: "status" }, name, link, shut),
    edge("end", "start"),
  );

  /** Takes the focus where it would leave the panel. Coming from the host's page it is related to what had it there. */
  function edge(near: "start" | "end", far: "start" | "end") {
    return element("div", {
      tabIndex: 0,
      onfocus: ({ relatedTarget: from }: FocusEvent) => enter(from && !dialog.contains(from as Node) ? near : far),
    });
  }

  function enter(at?: "start" | "end") {
    if (!frame?.greeted()) return shut.focus();
    frame.iframe.focus();
    if (at) frame.send({ type: "focus", at });
  }

  function load() {
    if (frame) return;
    frame = frames.open("panel", name.textContent, address, (message) => {
      if (!message) {
        if (open && document.activeElement === host) enter();
        tell();
      } else if (message.type === "close") hide();
      else if (message.type === "leave") enter(message.towards === "end" ? "start" : "end");
    });
    dialog.firstChild?.after(frame.iframe);
  }

  function tell() {
    frame?.send({ type: "visible", visible: open });
    if (wanted && frame?.send({ type: "show", view: wanted })) wanted = undefined;
  }

  function place() {
    if (!small.matches) dialog.showPopover();
    else {
      document.adoptedStyleSheets.push(lock);
      dialog.showModal();
    }
    enter();
  }

  function displace() {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== lock);
    dialog.close();
    dialog.hidePopover();
  }

  function hide() {
    if (!open) return;
    open = false;
    const within = document.activeElement === host || document.activeElement === document.body;
    displace();
    onToggle(open);
    if (within) before?.focus({ preventScroll: true });
    tell();
  }

  small.addEventListener(
    "change",
    () => {
      if (!open) return;
      displace();
      place();
    },
    { signal },
  );
  signal.addEventListener("abort", hide);

  return {
    dialog,
    load,
    show(view) {
      wanted = view;
      load();
      if (!open) {
        open = true;
        before = focused();
        onToggle(open);
        place();
      }
      tell();
    },
    hide,
    render(words: WidgetWords, next: string) {
      name.textContent = dialog.ariaLabel = words.name;
      shut.ariaLabel = words.close;
      link.textContent = words.visit;
      link.href = next;
      if (address === next) return;
      address = next;
      if (!frame) return;
      const within = open && document.activeElement === host;
      frame.end();
      frame = undefined;
      load();
      // Until the other page is there.
      if (within) enter();
    },
  };
}

/** What has the focus, in whatever shadow tree. */
function focused(): HTMLElement | undefined {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return (active as HTMLElement | null) ?? undefined;
}
