const UNLOCKED = "is-unlocked";

/** Whether sealed articles are open in this document. */
export function isUnlocked(): boolean {
  return document.documentElement.classList.contains(UNLOCKED);
}

/** Style sheets see it too. */
export function markUnlocked(): void {
  document.documentElement.classList.add(UNLOCKED);
}
