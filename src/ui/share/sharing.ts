import type { PageAddress } from "../behaviour/page-visit";
import type { PageData } from "../page-model";

export { offerPassageLink } from "./passage-link";

/** The dialog brings more with it than a link to a sentence needs. */
export async function share(page: PageData, address: PageAddress, lifetime: AbortSignal): Promise<void> {
  const { openShareDialog } = await import("./share-dialog");
  await openShareDialog(page, address, lifetime);
}
