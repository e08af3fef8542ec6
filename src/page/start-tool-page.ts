import type { PageVisit } from "../ui/behaviour/page-visit";
import type { DeviceContext } from "../ui/offline/device-context";
import type { PageData } from "../ui/page-model";
import type { ShownDocument } from "../ui/turning/site-document";
import { loadTurning } from "./loading";

interface ToolPageParts extends DeviceContext {
  readonly site: ShownDocument;
  readonly visit: PageVisit;
}

/** What begins with the pages that do something rather than say it. Apart, so that articles need not load it. */
export async function startToolPage({ site, visit, ...context }: ToolPageParts): Promise<void> {
  const { page, store } = context;
  if (visit.lifetime.aborted) return;
  switch (page.kind) {
    case "search": {
      const { mountSearchIsland } = await import("../ui/search/search-island");
      return mountSearchIsland(context, visit);
    }
    case "ask": {
      const { mountAskIsland } = await import("../ui/ask/ask-island");
      return mountAskIsland(context, visit);
    }
    case "print": {
      const { mountPrintIsland } = await import("../ui/print/print-island");
      return mountPrintIsland(page, visit);
    }
    case "unlock": {
      const [{ enableUnlockForm }, { withTurning }] = await Promise.all([
        import("../ui/sealed/unlock-form"),
        loadTurning(),
      ]);
      return enableUnlockForm(withTurning(site));
    }
    case "contact": {
      const { fillContact } = await import("../ui/contact/contact-island");
      return fillContact(page, store, visit, site.facts);
    }
    case "notFound":
      return fitMissing(page, visit);
    case "notOnDevice":
      await Promise.all([fitMissing(page, visit), mountDevice(context, visit)]);
      return;
    case "offline":
    case "yourData":
      return mountDevice(context, visit);
  }
}

async function fitMissing(page: PageData, { address }: PageVisit): Promise<void> {
  const { fitMissingPage } = await import("../ui/behaviour/missing-page");
  fitMissingPage(page, address.url);
}

async function mountDevice(context: DeviceContext, visit: PageVisit): Promise<void> {
  const { mountDeviceIsland } = await import("../ui/offline/device-island");
  return mountDeviceIsland(context, visit);
}
