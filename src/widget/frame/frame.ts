import { showFrameBar } from "../../ui/embed/frame-bar";
import type { PageData } from "../../ui/page-model";
import type { EmbedStrings } from "../../ui/strings/embed-en";
import type { PageTurner, SiteDocument } from "../../ui/turning/site-document";
import type { FrameMessage, FrameShape, Suggestion } from "../protocol";
import { fitHome, showSuggestions } from "./fit-home";
import { openForeignOutside } from "./foreign-links";
import { keepsNothing, showNotKept } from "./kept";
import { enableKeys } from "./keys";
import { ownAddress } from "./own-address";
import { tellSize } from "./size";

/** The site as it looks inside another page. */
export interface Frame {
  readonly turner: PageTurner;
  /** The host has answered: how the frame stands there, and how it is told things. */
  belongTo(shape: FrameShape, send: (message: FrameMessage) => void): void;
  /** What home lists for the host's page. */
  suggest(articles: readonly Suggestion[]): void;
}

/** @param ready its words, once its looks are there too */
export function createFrame(site: SiteDocument, ready: Promise<EmbedStrings>): Frame {
  const framed = window.parent !== window;
  const turner = site.turnPages({
    withoutHistory: framed,
    // A sandboxed document may not write another address into its bar.
    ...(globalThis.origin === "null" && { addressOf: () => location.href }),
  });
  let host: { readonly shape: FrameShape; readonly send: (message: FrameMessage) => void } | undefined;
  let suggestions: readonly Suggestion[] = [];
  let words: EmbedStrings | undefined;

  const showBar = () => {
    if (!words) return;
    const page = site.page.value;
    const { send } = host ?? {};
    showFrameBar({
      words,
      locale: page.locale,
      title: titleOf(page),
      page: site.address.shared(new URL(ownAddress(site.address.url))),
      onSearch: page.kind === "home" || page.kind === "search" ? undefined : openSearch,
      home: page.kind === "home" ? undefined : homeOf(page),
      onBack: turner.canGoBack.value ? () => void turner.back() : undefined,
      onClose: send && host?.shape === "panel" ? () => send({ type: "close" }) : undefined,
    });
  };
  const fit = () => {
    if (!words) return;
    fitHome(words);
    showSuggestions(suggestions, words);
    if (nothingKept) showNotKept(words);
    showBar();
  };
  let nothingKept = false;
  openForeignOutside();
  void Promise.all([ready, keepsNothing()]).then(([loaded, refused]) => {
    words = loaded;
    nothingKept = refused;
    site.page.subscribe(fit);
    turner.canGoBack.subscribe(showBar);
  });

  return {
    turner,
    belongTo(shape, send) {
      host = { shape, send };
      document.documentElement.dataset.shape = shape;
      // A panel has its height from its host.
      if (shape === "panel") enableKeys(send);
      else tellSize(send);
      showBar();
    },
    suggest(articles) {
      suggestions = articles;
      if (words) showSuggestions(suggestions, words);
    },
  };
}

/** The site's name; on an article the name of its section, for its own stands below. */
function titleOf(page: PageData): string {
  const section = document.querySelector<HTMLElement>("main")?.dataset.sectionTitle;
  const site = document.querySelector(".site-name span")?.textContent ?? page.title;
  return page.kind === "article" && section ? section : site;
}

/** What opens search stands in the header, which is hidden here. */
function openSearch(): void {
  document.querySelector<HTMLElement>("a[data-open-search]")?.click();
}

export function homeOf({ locales, locale, base }: PageData): string {
  return locales.find((known) => known.locale === locale)?.home ?? base;
}
