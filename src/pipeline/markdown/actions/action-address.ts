import { classifyAddress } from "../html/address";

const SCHEMES = "an address that begins with https://, http://, mailto:, tel: or sms:, or a path of this site";

/** What an action's URL should have been; `undefined` when it is fine. */
export function addressProblem(url: string): string | undefined {
  const address = classifyAddress(url);
  const at = url.indexOf("{");
  const head = at < 0 ? url : url.slice(0, at);
  if (address.kind === "unsafe" || head === "") return SCHEMES;
  if (address.kind === "internal") {
    // A path is looked up in the content; what a reader types cannot be.
    return at < 0 || head.includes("?") ? undefined : "placeholders of a path of this site behind a ?";
  }
  if (!/^https?:/i.test(address.url)) return undefined;
  // What a reader types must not choose the host.
  if (at >= 0 && !/^(?:https?:)?\/\/[^/?#]+[/?#]/i.test(head)) return "the whole host before the first placeholder";
  return URL.canParse(address.url.replace(/\{[\w-]*\}/g, "x")) ? undefined : SCHEMES;
}

/** Which part of a path of the site is looked up, and what is put behind it as it stands. */
export function splitPath(url: string): { readonly target: string; readonly rest: string } {
  const at = url.indexOf("?");
  return at < 0 ? { target: url, rest: "" } : { target: url.slice(0, at), rest: url.slice(at) };
}
