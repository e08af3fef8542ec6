import type { Look } from "../protocol";
import { applyLook, type Colours } from "./look";

/** Brings a host's looks to this document, each in the place of the one before. Nothing of it is stored. */
export function createLookShower(): (look: Look) => void {
  const root = document.documentElement;
  const ownScheme = root.dataset.theme;
  let set: readonly string[] = [];
  return (look) => {
    for (const name of set) root.style.removeProperty(name);
    setScheme(root, look.scheme ?? ownScheme);
    const applied = applyLook(look, { own: ownColours(), toHex, isFontFamily });
    setScheme(root, applied.scheme ?? ownScheme);
    for (const [name, value] of Object.entries(applied.properties)) root.style.setProperty(name, value);
    set = Object.keys(applied.properties);
    for (const warning of applied.warnings) console.warn(`Pocket Help: ${warning}`);
  };
}

function setScheme(root: HTMLElement, scheme: string | undefined): void {
  if (scheme === undefined) delete root.dataset.theme;
  else root.dataset.theme = scheme;
}

function ownColours(): Colours {
  const of = (token: string, otherwise: string) => toHex(`var(${token})`) ?? otherwise;
  return { background: of("--bg", "#ffffff"), text: of("--ink", "#1a1d1c"), accent: of("--accent", "#0f6b5c") };
}

/** Any CSS colour as `#rrggbb`, as the browser makes it out; `undefined` for what is none, or lets something through. */
function toHex(color: string): string | undefined {
  const probe = document.createElement("span");
  probe.hidden = true;
  probe.style.color = color;
  if (probe.style.color === "") return undefined;
  // Comes out in sRGB, whatever space the colour is given in. Browsers without it know few other spaces.
  probe.style.color = `color-mix(in srgb, ${color} 100%, black 0%)`;
  document.body.append(probe);
  const [, form, channels = ""] = /^(rgba?\(|color\(srgb )(.*)\)$/.exec(getComputedStyle(probe).color) ?? [];
  probe.remove();
  const [r, g, b, alpha = 1] = channels.split(/[\s,/]+/).map(Number);
  if (form === undefined || r === undefined || g === undefined || b === undefined || alpha !== 1) return undefined;
  const scale = form.startsWith("rgb") ? 1 : 255;
  const bytes = [r, g, b].map((share) => Math.min(255, Math.max(0, Math.round(share * scale))));
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

function isFontFamily(value: string): boolean {
  return value.length <= 300 && !/[;{}()]/.test(value) && CSS.supports("font-family", value);
}
