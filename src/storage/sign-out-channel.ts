import { forget } from "./forgotten";

/**
 * `forget`: somebody is signing out; nothing may be stored any more. `gone`: everything is erased. `cleared`: the browser
 * seems to have cleared the site's data.
 */
export type SignOutMessage = "forget" | "gone" | "cleared";

const channels = new Map<string, BroadcastChannel>();

/**
 * Where everything of a site that is open in this browser hears of it, but for what says it: one channel to a page, for
 * two would hear each other. `undefined` where there are no channels.
 */
export function signOutChannel(base: string): BroadcastChannel | undefined {
  if (!("BroadcastChannel" in globalThis)) return undefined;
  const channel = channels.get(base) ?? new BroadcastChannel(`pocket-help:${base}:sign-out`);
  channels.set(base, channel);
  return channel;
}

/** Sets the mark when another page signs out. @param gone called when everything is erased */
export function forgetWhenTold(base: string, gone?: () => void): void {
  signOutChannel(base)?.addEventListener("message", ({ data }: MessageEvent<SignOutMessage>) => {
    forget(data === "cleared" ? data : "sign-out");
    if (data === "gone") gone?.();
  });
}
