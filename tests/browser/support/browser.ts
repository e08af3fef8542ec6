import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { launchChromium } from "../../support/chromium";

/** One browser for a test file, started before its first test and closed after its last; pages live for one test. */
export function useBrowser(): { open(options?: BrowserContextOptions): Promise<OpenPage> } {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });
  afterAll(async () => {
    await browser?.close();
  });
  return {
    async open(options) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      contexts.push(context);
      const page = await context.newPage();
      const problems: string[] = [];
      const requests: string[] = [];
      const asked: string[] = [];
      context.on("request", (request) => {
        requests.push(request.url());
        if (!request.serviceWorker()) asked.push(request.url());
      });
      page.on("pageerror", (error) => problems.push(`page error: ${error.message}`));
      page.on("console", (message) => {
        if (message.type() === "error") problems.push(`console: ${message.text()}`);
      });
      return { page, context, problems, requests, asked };
    },
  };
}

export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Uncaught errors and console errors so far, policy violations among them. */
  readonly problems: readonly string[];
  /** Address of every request so far, workers' included. */
  readonly requests: readonly string[];
  /** The same without what the service worker asks on behalf of a page: once for each time that something was wanted. */
  readonly asked: readonly string[];
}

/** Polls until a check returns a truthy value; works under a policy that forbids `eval`. */
export async function eventually<T>(
  check: () => Promise<T>,
  what: string,
  timeoutMs = 10_000,
): Promise<NonNullable<T>> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const value = await check();
    if (value) return value;
    if (Date.now() > end) throw new Error(`Never happened: ${what}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}
