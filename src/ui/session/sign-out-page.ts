import { signOut } from "../../client/sign-out";
import type { SignedOut } from "./sign-out-address";

/** Erases everything, and says so to the page of the same origin that frames this one. */
export async function signOutHere(base: string): Promise<void> {
  await signOut(base);
  if (window.parent !== window) window.parent.postMessage({ pocketHelp: "signed-out" } satisfies SignedOut, origin);
}
