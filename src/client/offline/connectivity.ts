import { type Settable, watchable } from "../watchable";

/** Whether the site can be reached, as far as anybody knows. */
export interface Connectivity extends Settable<boolean> {
  /** A request has just succeeded or failed: worth more than what the device believes. */
  report(reached: boolean): void;
}

/** @param fromDevice whether the page itself came from the device because the site did not answer */
export function createConnectivity(fromDevice: boolean): Connectivity {
  const online = watchable(navigator.onLine && !fromDevice);
  addEventListener("online", () => online.set(true));
  addEventListener("offline", () => online.set(false));
  // Not a spread: `value` is a getter.
  return Object.assign(online, { report: (reached: boolean) => online.set(reached && navigator.onLine) });
}
