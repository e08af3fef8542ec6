// Once somebody has signed out, nothing that still runs may write back what was erased: pages, workers and the service
// worker each hold their writing against this mark. It goes with the page, which is loaded anew.

/** `cleared`: not the site has erased what it had stored, but the browser. */
export type ForgetCause = "sign-out" | "cleared";

let forgotten = false;
const listeners = new Set<(cause: ForgetCause) => void>();

/** Whether nothing may be stored any more. */
export function isForgotten(): boolean {
  return forgotten;
}

export function forget(cause: ForgetCause = "sign-out"): void {
  if (forgotten) return;
  forgotten = true;
  for (const listener of listeners) listener(cause);
}

/** Calls a function when the mark is set. */
export function onForgotten(listener: (cause: ForgetCause) => void): void {
  listeners.add(listener);
}
