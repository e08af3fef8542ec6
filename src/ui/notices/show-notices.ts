import type { SiteUpdates } from "../../client/site-updates";
import { interfaceLocale } from "../../domain/locale";
import type { Notice } from "../../domain/notice";
import type { DeviceStore } from "../behaviour/device-store";
import type { PageData } from "../page-model";
import { currentNotices } from "./current";
import { noticeElements } from "./notice-elements";

const WORDS = {
  en: { region: "Notices", dismiss: "Dismiss", warning: "Important:" },
  zh: { region: "通知", dismiss: "知道了", warning: "重要：" },
};

/** Puts the notices of the day at the top of the page, says them politely, and remembers those that were dismissed. */
export async function showNotices(
  page: PageData,
  store: DeviceStore,
  updates: SiteUpdates,
  now = new Date(),
  lifetime?: AbortSignal,
): Promise<void> {
  const notices = await updates.notices(page.locale);
  const shown = currentNotices(notices, page, store.get("dismissedNotices") ?? {}, now);
  const before = document.querySelector("main")?.closest("body > *");
  if (shown.length === 0 || !before || lifetime?.aborted) return;
  const t = WORDS[interfaceLocale(page.locale)];
  const region = document.createElement("section");
  region.className = "notices";
  region.setAttribute("aria-label", t.region);
  // Screen readers announce only what changes in a region that was there before.
  const status = document.createElement("div");
  status.setAttribute("role", "status");
  region.append(status);
  before.before(region);

  const dismiss = (notice: Notice, element: HTMLElement) => {
    store.set("dismissedNotices", { ...stillThere(store.get("dismissedNotices"), notices), [notice.id]: notice.hash });
    const next = element.nextElementSibling ?? element.previousElementSibling;
    element.remove();
    if (next) next.querySelector("button")?.focus();
    else {
      region.remove();
      document.querySelector("main")?.focus({ preventScroll: true });
    }
  };
  setTimeout(() => {
    for (const notice of shown) {
      const element = draw(notice, t);
      element.querySelector("button")?.addEventListener("click", () => dismiss(notice, element));
      status.append(element);
    }
  }, 50);
}

/** Notices that are gone for good need not be remembered. */
function stillThere(
  dismissed: Readonly<Record<string, string>> | undefined,
  notices: readonly Notice[],
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(dismissed ?? {}).filter(([id]) => notices.some((notice) => notice.id === id)),
  );
}

function draw(notice: Notice, t: (typeof WORDS)["en"]): HTMLElement {
  const element = document.createElement("div");
  element.className = `notice ${notice.severity === "warning" ? "warning" : "info"}`;
  const body = document.createElement("div");
  body.className = "notice-body";
  if (notice.title !== undefined || notice.severity === "warning") {
    const title = document.createElement("p");
    const strong = document.createElement("strong");
    strong.textContent = [notice.severity === "warning" ? t.warning : "", notice.title ?? ""].join(" ").trim();
    title.append(strong);
    body.append(title);
  }
  body.append(...noticeElements(notice.body));
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button quiet";
  button.textContent = t.dismiss;
  if (notice.title !== undefined) button.setAttribute("aria-label", `${t.dismiss}: ${notice.title}`);
  element.append(body, button);
  return element;
}
