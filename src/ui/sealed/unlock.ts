import { openSealedSite, type VaultSecret } from "../../client/vault";
import { err, ok, type Result } from "../../domain/result";
import type { VaultError } from "../../domain/vault";
import type { SiteDocument } from "../turning/site-document";
import { type Session, startSession } from "./session";

export type { VaultSecret } from "../../client/vault";

let session: Session | undefined;
/** One attempt after the other: of two that are right the second finds it done. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Unlocks the site's sealed articles for this document, and shows the page that its address asks for: the one that was
 * shown, or the whole site's home. Where they are unlocked already, it only says whether the secret is right.
 *
 * Errors: those of opening a vault, and `vault-unreachable` where that page does not arrive.
 */
export function unlockWith(site: SiteDocument, secret: VaultSecret): Promise<Result<void, VaultError>> {
  const unlocking = last.then(() => unlock(site, secret));
  last = unlocking.catch(() => undefined);
  return unlocking;
}

async function unlock(site: SiteDocument, secret: VaultSecret): Promise<Result<void, VaultError>> {
  const { base, sealed: place } = site.page.value;
  if (!place) return err({ code: "vault-unreachable", detail: "The site has no sealed articles." });
  const sealed = await openSealedSite(base, secret);
  if (!sealed.ok) return sealed;
  if (session) return ok(undefined);
  const started = await startSession(site, place, sealed.value);
  if (!started.ok) return started;
  session = started.value;
  return ok(undefined);
}
