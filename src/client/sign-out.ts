import { settingsPrefix, THEME_KEY } from "../domain/settings-names";
import { forget } from "../storage/forgotten";
import { type SignOutMessage, signOutChannel } from "../storage/sign-out-channel";
import { eraseAllPlaces } from "./offline/device-data";

/** Writes that were under way when the mark was set have ended by then, milliseconds. */
const SETTLED = 150;

/**
 * Removes everything that this browser keeps of the site, and has its other open pages forget what they hold and load
 * anew. This page stores nothing more; what it holds in memory goes when it is left or reloaded.
 */
export async function signOut(base: string): Promise<void> {
  const channel = signOutChannel(base);
  const tell = (message: SignOutMessage) => channel?.postMessage(message);
  forget();
  tell("forget");
  eraseSettings(base);
  await eraseAllPlaces(base);
  await new Promise((done) => setTimeout(done, SETTLED));
  await eraseAllPlaces(base);
  tell("gone");
}

/** Names of this site alone: others may share the origin. */
function eraseSettings(base: string): void {
  for (const area of ["localStorage", "sessionStorage"] as const) {
    try {
      const storage = globalThis[area];
      for (const name of Object.keys(storage)) {
        if (name === THEME_KEY || name.startsWith(settingsPrefix(base))) storage.removeItem(name);
      }
    } catch {
      // Forbidden storage holds nothing.
    }
  }
}
