import type { Probe } from "./probe";

declare global {
  /** Set by the probe in every page it is added to. */
  var bench: Probe;
}
