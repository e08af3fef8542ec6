import { type Browser, chromium } from "playwright-core";
import { ensureBrowser } from "./find-browser";

/** Keep Chromium from talking to anyone, and let it run as root in a container. */
export const CHROMIUM_ARGS: readonly string[] = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A headless browser that lets frames of other sites store things, apart for each; others refuse it. */
export function launchPartitioningChromium(): Promise<Browser> {
  const args = [...CHROMIUM_ARGS, "--disable-features=TrackingProtection3pcd"];
  return chromium.launch({ executablePath: ensureBrowser(), args });
}

/** A headless browser, or an explanation of how to get one. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: ensureBrowser(), args: [...CHROMIUM_ARGS] });
}
