import { forgetWithOthers } from "../../client/forget-with-others";
import { isForgotten } from "../../client/forgotten";
import { checkContent } from "../../client/offline/content-updates";
import { type AppWorker, registerServiceWorker } from "../../client/offline/service-worker";
import { SIGN_OUT } from "../session/sign-out-address";
import type { DeviceContext } from "./device-context";
import { today } from "./dismissals";
import { type KeptContent, keptContentOf } from "./kept-content";

/** How often a page that believes to be offline asks the site again. */
const ASK_AGAIN = 15_000;

/** What a page does once it stands and nobody waits for anything. */
export async function startBackground(context: DeviceContext): Promise<void> {
  const { page, connectivity } = context;
  // Whoever signs out wants nothing stored anew.
  if (location.hash === SIGN_OUT || isForgotten()) return;
  const kept = keptContentOf(page.base);
  const worker = await registerServiceWorker(page.base);
  worker?.waiting.subscribe((waiting) => {
    if (waiting && context.store.get("dismissed")?.app !== today()) void showNotice(context, worker);
  });
  connectivity.subscribe((online) => {
    if (online) void resumeKeeping(page.base, kept);
  });
  forgetWithOthers(page.base);
  await lookForContent(context, kept, worker);
  askAgain(context, kept, worker);
  void import("./install-hint").then(
    ({ showInstallHint }) => showInstallHint(context),
    () => undefined,
  );
}

/** The keeper comes only when there is something to finish: most pages never need it. */
async function resumeKeeping(base: string, { store }: KeptContent): Promise<void> {
  if (!(await store.all()).some(({ copy, paused }) => !copy && !paused)) return;
  const { keepingOf } = await import("./keeping");
  await keepingOf(base).keeper.resume();
}

async function showNotice(context: DeviceContext, worker: AppWorker): Promise<void> {
  const { showAppNotice } = await import("./notes");
  await showAppNotice(context, worker);
}

async function lookForContent(context: DeviceContext, kept: KeptContent, worker: AppWorker | undefined): Promise<void> {
  const { page, store, connectivity } = context;
  const read = [...(store.get("recentlyRead") ?? []), ...(store.get("saved") ?? [])];
  const before = (await kept.store.release())?.manifest.content;
  const check = await checkContent(page.base, kept.store, kept.content, read).catch(() => undefined);
  if (!check) return;
  const access = check.status === "unreachable" ? await kept.content.access() : "open";
  connectivity.report(access !== "unreachable");
  if (access === "signed-out") return tellSignedOut(context, kept, worker);
  const known = await kept.store.release();
  if (known) document.documentElement.dataset.contentAt = String(known.at);
  const after =
    check.status === "offered" ? check.update.manifest.content : (await kept.store.release())?.manifest.content;
  if (before !== undefined && after !== before) worker?.refreshShell();
  const changed = (await kept.store.release())?.changed ?? [];
  const dismissed = store.get("dismissed")?.content;
  if (check.status === "offered" && dismissed !== check.update.manifest.content) {
    const [{ showContentNotice }, { keepingOf }] = await Promise.all([import("./notes"), import("./keeping")]);
    await showContentNotice(context, keepingOf(page.base), check.update);
  } else if (changed.length > 0) {
    const { showChanged } = await import("./notes");
    await showChanged(context, kept, changed);
  }
}

async function tellSignedOut(context: DeviceContext, kept: KeptContent, worker: AppWorker | undefined): Promise<void> {
  const { showSignedOut } = await import("../session/show-signed-out");
  await showSignedOut(context, kept.content, () => {
    // What the site itself would have shown is to be had again.
    if (context.page.kind === "notOnDevice") location.reload();
    else void lookForContent(context, kept, worker);
  });
}

/** `navigator.onLine` knows the cable, not the site. */
function askAgain(context: DeviceContext, kept: KeptContent, worker: AppWorker | undefined): void {
  const { connectivity } = context;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = async () => {
    const access = await kept.content.access();
    connectivity.report(access !== "unreachable");
    if (access === "signed-out") await tellSignedOut(context, kept, worker);
    if (!connectivity.value) timer = setTimeout(ask, ASK_AGAIN);
  };
  connectivity.subscribe((online) => {
    clearTimeout(timer);
    if (!online) timer = setTimeout(ask, ASK_AGAIN);
  });
}
