import type { ShownDocument } from "../ui/turning/site-document";
import { FRAME_NAME } from "../widget/protocol";
import { loadTurning } from "./loading";
import { startDocument } from "./start-document";

// The page's only script: it improves HTML that works without it.

const site = startDocument();
// Whatever of it does not arrive, the page stands and its links lead on.
if (site && mayBeFramed()) void startFramed(site).catch(() => undefined);

/** In another page, or looking as if: by this address, or by an earlier one in the same window. */
function mayBeFramed(): boolean {
  return window.parent !== window || /[?&]embed\b/.test(location.search) || window.name.startsWith(FRAME_NAME);
}

async function startFramed(site: ShownDocument): Promise<void> {
  const [{ startFrame }, { withTurning }] = await Promise.all([import("../widget/frame/start"), loadTurning()]);
  startFrame(withTurning(site));
}
