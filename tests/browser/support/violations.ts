import type { BrowserContext, Page } from "playwright-core";

interface Watched {
  __violations?: string[];
}

/** Records every violation of the content security policy from each page's first moment. Call before the first visit. */
export async function watchViolations(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const list: string[] = [];
    (window as Watched).__violations = list;
    addEventListener("securitypolicyviolation", (event) => {
      list.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
}

/** Violations on the page that is shown. @throws Error when nobody watches */
export async function violations(page: Page): Promise<readonly string[]> {
  const list = await page.evaluate(() => (window as Watched).__violations);
  if (!list) throw new Error("watchViolations was not called before the visit");
  return list;
}
