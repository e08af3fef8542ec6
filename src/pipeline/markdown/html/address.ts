/** What kind of place an address (`href`, `src`) names. */
export type Address =
  /** Another origin, or a mail or phone address: stays as it is. */
  | { readonly kind: "external"; readonly url: string }
  /** Inside the content: relative, root-relative or a bare fragment. */
  | { readonly kind: "internal"; readonly target: string }
  /** A scheme that could run script or that no browser should follow from here. */
  | { readonly kind: "unsafe"; readonly scheme: string };

const SAFE = new Set(["http", "https", "mailto", "tel", "sms"]);

/** Classifies an address the way a browser reads it: white space and control characters cannot hide a scheme. */
export function classifyAddress(address: string): Address {
  const url = address.replace(/[\t\n\r]/g, "").replace(/^[\u0000-\u0020]+|[\u0000-\u0020]+$/g, "");
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(url)?.[1]?.toLowerCase();
  if (scheme !== undefined) {
    return SAFE.has(scheme) ? { kind: "external", url } : { kind: "unsafe", scheme };
  }
  // A browser takes backslashes for slashes here.
  if (/^[/\\]{2}/.test(url)) return { kind: "external", url: `https://${url.replace(/^[/\\]+/, "")}` };
  // Whatever else a browser could still take for a scheme.
  if (/^[\u0000-\u001F\u007F-\u00A0]/.test(url)) return { kind: "unsafe", scheme: "unknown" };
  return { kind: "internal", target: url };
}

/** `data:` addresses that can only be pictures. */
export function isDataImage(address: string): boolean {
  return /^data:image\/(?:png|jpe?g|gif|webp|avif);base64,[A-Za-z0-9+/=\s]*$/i.test(address.trim());
}
