import { applyUpdate } from "../../client/offline/apply-update";
import type { ContentUpdate } from "../../client/offline/content-updates";
import type { AppWorker } from "../../client/offline/service-worker";
import type { ChangedArticle } from "../../client/offline/stores";
import { loadDeviceStrings } from "../strings/load-device-strings";
import { formatBytes } from "../strings/sizes";
import type { DeviceContext } from "./device-context";
import { dismiss, today } from "./dismissals";
import type { Keeping } from "./keeping";
import type { KeptContent } from "./kept-content";
import { showNote } from "./note";

/** A new version of the app waits; it comes when the reader says so, or with the next visit. */
export async function showAppNotice({ page, store }: DeviceContext, worker: AppWorker): Promise<void> {
  const d = await loadDeviceStrings(page.locale);
  showNote({
    name: "app",
    locale: page.locale,
    text: d.updateApp,
    action: { label: d.updateAppAction, run: () => worker.applyUpdate() },
    closeLabel: d.dismiss,
    onClose: () => dismiss(store, "app", today()),
  });
}

/** The site has newer content than what is kept, or than what was read. */
export async function showContentNotice(
  context: DeviceContext,
  keeping: Keeping,
  update: ContentUpdate,
): Promise<void> {
  const { page, store } = context;
  if (!update.concernsKept) {
    // Nothing to fetch: the site's own pages are the new ones already.
    const result = await take(context, keeping, update);
    if (result.ok) await showChanged(context, keeping, result.value);
    return;
  }
  const d = await loadDeviceStrings(page.locale);
  showNote({
    name: "content",
    locale: page.locale,
    text: d.updateContent,
    action: {
      label: d.updateContentSize(formatBytes(update.bytes, page.locale)),
      run: () => showContentUpdate(context, keeping, update),
    },
    closeLabel: d.dismiss,
    onClose: () => dismiss(store, "content", update.manifest.content),
  });
}

/** Brings what is kept up to date, and says how that went and what has changed. */
export async function showContentUpdate(
  context: DeviceContext,
  keeping: Keeping,
  update: ContentUpdate,
): Promise<void> {
  const { locale } = context.page;
  const d = await loadDeviceStrings(locale);
  const result = await take(context, keeping, update);
  const text = result.ok ? d.updateDone : d.keepFaults[result.error];
  const note = showNote({ name: "content", locale, text, closeLabel: d.dismiss });
  if (!result.ok || result.value.length === 0) return;
  note.close();
  await showChanged(context, keeping, result.value);
}

function take({ page }: DeviceContext, { store, content, keeper }: Keeping, update: ContentUpdate) {
  return applyUpdate(page.base, store, content, keeper, update);
}

/** Lists what has changed in articles that were read or kept, until the reader puts the list away. */
export async function showChanged(
  { page }: DeviceContext,
  { store }: KeptContent,
  changed: readonly ChangedArticle[],
): Promise<void> {
  const d = await loadDeviceStrings(page.locale);
  const list = document.createElement("ul");
  for (const { id, title } of changed) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `${page.base}${id.split("/").map(encodeURIComponent).join("/")}/`;
    link.textContent = title;
    item.append(link);
    list.append(item);
  }
  showNote({
    name: "changed",
    locale: page.locale,
    text: d.updateChanged(changed.length),
    list,
    closeLabel: d.dismiss,
    onClose: () => void store.clearChanged(),
  });
}
