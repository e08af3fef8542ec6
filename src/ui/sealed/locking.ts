/** Why sealed articles were locked; the page that unlocks them says so. */
export type LockReason = "now" | "idle";

const REASON = "locked";

/** Where a document goes that locks itself: to the page that unlocks, which comes back to the page that was shown. */
export function lockedAddress(bar: URL, reason: LockReason): URL {
  const address = new URL(bar);
  // The query makes it another document: with another fragment alone this one would stay.
  address.search = `?${REASON}=${reason}`;
  return address;
}

/** Why the document before was locked. Asked once: the address forgets it. */
export function takeLockReason(): LockReason | undefined {
  const address = new URL(location.href);
  const reason = address.searchParams.get(REASON);
  if (reason !== "now" && reason !== "idle") return undefined;
  address.search = "";
  history.replaceState(history.state, "", address);
  return reason;
}
