import type { BrowserContext } from "playwright-core";

/** Serves every page without its content security policy, so that nothing but the page's own HTML stands in the way. */
export async function withoutPolicy(context: BrowserContext): Promise<void> {
  await context.route("**/*", async (route) => {
    if (route.request().resourceType() !== "document") return route.fallback();
    const response = await route.fetch();
    const { "content-security-policy": _, ...headers } = response.headers();
    const body = (await response.text()).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/gi, "");
    return route.fulfill({ response, headers, body });
  });
}
