import { OWN_PAGE_MARK } from "./device-copy";

/**
 * How the site's files are asked for: no redirection is followed. None of them is redirected, so that one means a
 * sign-in; and one to another origin, once followed, could not be told from a lost connection.
 */
export const UNFOLLOWED = { credentials: "same-origin", redirect: "manual" } as const satisfies RequestInit;

/**
 * Whether a gate in front of the site has answered in the place of a file because nobody is signed in: with a status,
 * with a redirection, or with a page of its own. The body stays to be read.
 */
export async function isGate(response: Response): Promise<boolean> {
  if (response.type === "opaqueredirect" || response.status === 401 || response.status === 403) return true;
  if (!response.ok || !response.headers.get("Content-Type")?.includes("text/html")) return false;
  // Some hosts answer with a page of ours where a file is missing.
  return !(await response.clone().text()).includes(OWN_PAGE_MARK);
}
