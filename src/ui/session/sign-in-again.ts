import { isForgotten } from "../../client/forgotten";
import { settingsPrefix } from "../../domain/settings-names";

/**
 * Leads to the sign-in: a page that is asked for anew is answered by the gate, which leads back to it. In a frame a new
 * tab does, because sign-in pages refuse to be framed.
 *
 * @param wanted address of the page to come back to; that of the one that is shown when absent or empty
 */
export function signInAgain(base: string, wanted?: string): void {
  const address = wanted || location.href;
  if (window.parent !== window) {
    open(address, "_blank", "noopener");
    return;
  }
  keepFragment(base, new URL(address).hash);
  if (address === location.href) location.reload();
  else location.assign(address);
}

/** The fragment that a sign-in has lost on its way, once. */
export function keptFragment(base: string): string {
  try {
    const fragment = sessionStorage.getItem(nameIn(base)) ?? "";
    sessionStorage.removeItem(nameIn(base));
    return fragment;
  } catch {
    return "";
  }
}

/** What stands in a fragment never reaches a server, so no gate can bring it back. It stays in this tab. */
function keepFragment(base: string, fragment: string): void {
  try {
    if (fragment && !isForgotten()) sessionStorage.setItem(nameIn(base), fragment);
  } catch {
    // Forbidden storage: the question has to be asked again.
  }
}

function nameIn(base: string): string {
  return `${settingsPrefix(base)}fragment`;
}
