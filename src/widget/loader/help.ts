import { styleSheet } from "./element";
import frameCss from "./frame.css?inline";
import { createFrames } from "./frames";
import { createPanel } from "./panel";
import panelCss from "./panel.css?inline";
import type { Help, PanelContext } from "./panel-script";

/** Everything around frames of the help centre: the panel, inline elements, and what is said to them all. */
export function createHelp({ origin, host, box, onToggle, onEvent, signal }: PanelContext): Help {
  const frames = createFrames(origin, onEvent, signal);
  const { dialog, load, show, hide, render } = createPanel(frames, host, onToggle, signal);
  const frameSheet = styleSheet(frameCss);
  host.shadowRoot?.adoptedStyleSheets.push(frameSheet, styleSheet(panelCss));
  box.append(dialog);

  return {
    load,
    show,
    hide,
    render,
    keep: (message) => frames.keep(message),
    ask: frames.ask,
    fill(inline, title, address) {
      const frame = frames.open("inline", title, address, (message) => {
        if (message?.type !== "event" || message.name !== "size" || !inline.hasAttribute("autosize")) return;
        const { height } = (message.detail ?? {}) as { height?: unknown };
        if (Number.isFinite(height)) inline.style.setProperty("--pocket-help-height", `${height}px`);
      });
      inline.shadowRoot?.adoptedStyleSheets.push(frameSheet);
      inline.shadowRoot?.prepend(frame.iframe);
      return frame.end;
    },
  };
}
