/** Fragment of "Your data" by which a page of the same origin has everything erased without a question. */
export const SIGN_OUT = "#sign-out";

/** What "Your data" then tells the page that frames it. */
export interface SignedOut {
  readonly pocketHelp: "signed-out";
}

/**
 * Whether a page of this very origin asks: the one that frames this one, or the one that led here. Any other site could
 * otherwise have a reader's lists erased by a mere link or a hidden frame.
 */
export function isAskedBySelf(): boolean {
  if (window.parent === window) return URL.canParse(document.referrer) && new URL(document.referrer).origin === origin;
  try {
    return window.parent.origin === origin && window.top?.origin === origin;
  } catch {
    // The frame of another origin.
    return false;
  }
}
