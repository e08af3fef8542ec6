import type { Watchable } from "../../client/watchable";
import type { OpeningHours } from "../../domain/config";
import { copyText, showCopied } from "../behaviour/copy";
import type { DeviceStore } from "../behaviour/device-store";
import type { PageVisit } from "../behaviour/page-visit";
import { tell } from "../behaviour/tell";
import type { PageData } from "../page-model";
import { loadStrings } from "../strings/load-strings";
import { type ChannelAddress, channelHref, type Facts, messageBody } from "./channel-href";
import { openingState } from "./opening-hours";
import { openingWords } from "./opening-words";

interface CameFrom {
  readonly title: string;
  readonly url: string;
}

/** Carries question, page and topic into every channel, and says who is there now. */
export async function fillContact(
  page: PageData,
  store: DeviceStore,
  { address, lifetime }: PageVisit,
  hostFacts: Watchable<Facts>,
): Promise<void> {
  const form = document.querySelector<HTMLFormElement>("[data-contact-form]");
  const question = form?.querySelector<HTMLTextAreaElement>("[name=question]");
  const topic = form?.querySelector<HTMLSelectElement>("[name=topic]");
  if (!form || !question) return;
  const asked = address.url.searchParams;
  // Whoever was quicker than this script keeps what they wrote.
  question.value ||= asked.get("q") ?? "";
  if (topic && [...topic.options].some((option) => option.value === asked.get("topic"))) {
    topic.value = asked.get("topic") ?? "";
  }
  const from = cameFrom(asked.get("page"), page, store);
  const { label = "", subject = "" } = showOrigin(form, from);

  let factsToSend = (): Facts => ({});
  const body = () =>
    messageBody(question.value, from && { label, url: `${from.title} ${from.url}`.trim() }, factsToSend());
  const fill = () => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-channel]")) {
      const href = channelHref(JSON.parse(link.dataset.channel ?? "{}") as ChannelAddress, {
        question: messageBody(question.value, undefined, factsToSend()),
        page: from?.url ?? "",
        topic: topic?.value ?? "",
        locale: page.locale,
        subject: firstLine(question.value) || subject,
        body: body(),
      });
      if (href) link.href = href;
    }
    for (const channel of document.querySelectorAll<HTMLElement>(".channel[data-topics]")) {
      const topics = channel.dataset.topics?.split(" ") ?? [];
      channel.hidden = Boolean(topic?.value) && !topics.includes(topic?.value ?? "");
    }
  };
  fill();
  form.addEventListener("input", fill);
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-channel]")) {
    const { type: channel } = JSON.parse(link.dataset.channel ?? "{}") as ChannelAddress;
    link.addEventListener("click", () => tell("contact", { channel }));
  }
  const copy = form.querySelector<HTMLElement>(".copy-button");
  copy?.addEventListener("click", async () => showCopied(copy, await copyText(body())));

  // Only a host page brings any, and it may do so later.
  let shown = false;
  const end = hostFacts.subscribe(async (facts) => {
    if (shown || Object.keys(facts).length === 0) return;
    shown = true;
    const { showHostFacts } = await import("./host-facts");
    if (lifetime.aborted) return;
    factsToSend = await showHostFacts(form, hostFacts, page.locale, lifetime, fill);
    fill();
  });
  lifetime.addEventListener("abort", () => end());

  await showOpening(page, lifetime);
}

/**
 * The page in `?page=`, when it is one of this centre's and says something of the question: home does not. Anything else
 * is left out of messages.
 */
export function cameFrom(
  path: string | null,
  { base, locales }: Pick<PageData, "base" | "locales">,
  store: DeviceStore,
): CameFrom | undefined {
  if (!path) return undefined;
  const url = URL.canParse(path, location.origin) ? new URL(path, location.origin) : undefined;
  if (!url || url.origin !== location.origin || !url.pathname.startsWith(base)) return undefined;
  if (url.pathname === base || locales.some(({ home }) => url.pathname === home)) return undefined;
  const read = (store.get("recentlyRead") ?? []).find((article) => article.href === url.pathname);
  return { title: read?.title ?? "", url: url.origin + url.pathname };
}

function showOrigin(form: HTMLElement, from: CameFrom | undefined): DOMStringMap {
  const line = form.querySelector<HTMLElement>("[data-contact-from]");
  const link = line?.querySelector("a");
  if (!line || !link) return {};
  if (from) {
    link.href = from.url;
    link.textContent = from.title || decodeURI(new URL(from.url).pathname);
    line.hidden = false;
  }
  return link.dataset;
}

function firstLine(text: string): string {
  return text.trim().split("\n")[0]?.slice(0, 80) ?? "";
}

async function showOpening(page: PageData, lifetime: AbortSignal): Promise<void> {
  const boxes = [...document.querySelectorAll<HTMLElement>("[data-hours]")];
  if (boxes.length === 0) return;
  const t = await loadStrings(page.locale);
  if (lifetime.aborted) return;
  const show = () => {
    const now = new Date();
    for (const box of boxes) {
      const line = box.querySelector<HTMLElement>(".hours-now");
      if (!line) continue;
      const state = openingState(JSON.parse(box.dataset.hours ?? "") as OpeningHours, now);
      const words = openingWords(state, now, t, page.locale);
      const detail = document.createElement("span");
      detail.textContent = words.detail;
      line.replaceChildren(words.state, " ", detail);
      line.classList.toggle("is-open", state.open);
      line.hidden = false;
    }
  };
  show();
  const timer = setInterval(show, 60_000);
  lifetime.addEventListener("abort", () => clearInterval(timer));
}
