import type { BrowserContext } from "playwright-core";

/** Holds every response to matching addresses back, until the function that it returns is called. */
export async function holdBack(context: BrowserContext, addresses: string): Promise<() => void> {
  let letGo = () => {};
  const gate = new Promise<void>((done) => {
    letGo = done;
  });
  await context.route(addresses, async (route) => {
    await gate;
    // The page may be gone by then.
    await route.continue().catch(() => undefined);
  });
  return letGo;
}
