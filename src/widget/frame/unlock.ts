import type { SiteDocument } from "../../ui/turning/site-document";

/** Opens sealed articles with a key that the host hands over. @throws Error whose message is the code of the error */
export async function unlock(site: SiteDocument, key: string): Promise<void> {
  const { unlockWith } = await import("../../ui/sealed/unlock");
  const result = await unlockWith(site, { hostKey: key });
  if (!result.ok) throw new Error(result.error.code);
}
