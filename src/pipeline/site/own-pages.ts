import type { SiteConfig } from "../../domain/config";
import { NOT_ON_DEVICE } from "../../domain/own-pages";
import type {
  ArticleLink,
  AskPage,
  ContactPage,
  DevicePage,
  NotFoundPage,
  Page,
  PrintPage,
  SearchPage,
  SiteModel,
  UnlockPage,
} from "../../ui/page-model";
import { stringsFor } from "../../ui/strings/catalogue";
import { deviceStringsFor } from "../../ui/strings/device-words";
import { printStringsFor } from "../../ui/strings/print-words";
import { sealedStringsFor } from "../../ui/strings/sealed-words";
import { descriptionsFor } from "./descriptions";

/** What the site's own pages are made of, in one language. */
export interface OwnPageParts {
  readonly site: SiteModel;
  readonly popular: readonly ArticleLink[];
  /** The page in every language, given its address in one. */
  languages(href: (site: SiteModel) => string): Page["languages"];
}

export function searchPage({ site, popular, languages }: OwnPageParts): SearchPage {
  return {
    kind: "search",
    site,
    href: site.search,
    title: stringsFor(site.locale).searchTitle,
    description: descriptionsFor(site.locale).search(site.name),
    languages: languages((other) => other.search),
    popular,
  };
}

/** None where the site gives no answers. */
export function askPages({ site, languages }: OwnPageParts, examples: readonly string[]): readonly AskPage[] {
  if (site.ask === undefined) return [];
  return [
    {
      kind: "ask",
      site,
      href: site.ask,
      title: stringsFor(site.locale).askQuestion,
      description: descriptionsFor(site.locale).ask(site.name),
      languages: languages((other) => other.ask ?? other.home),
      examples,
    },
  ];
}

export function contactPage({ site, languages }: OwnPageParts, contact: SiteConfig["contact"]): ContactPage {
  return {
    kind: "contact",
    site,
    href: site.contact,
    title: stringsFor(site.locale).contactTitle,
    description: descriptionsFor(site.locale).contact(site.name),
    languages: languages((other) => other.contact),
    ...contact,
  };
}

/** Where articles are put together to be printed. */
export function printPage({ site, languages }: OwnPageParts): PrintPage {
  const words = printStringsFor(site.locale);
  return {
    kind: "print",
    site,
    href: site.print,
    title: words.title,
    description: words.lead,
    languages: languages((other) => other.print),
  };
}

/** None where no articles are sealed. */
export function unlockPages({ site, languages }: OwnPageParts): readonly UnlockPage[] {
  if (site.unlock === undefined) return [];
  return [
    {
      kind: "unlock",
      site,
      href: site.unlock,
      title: sealedStringsFor(site.locale).title,
      description: descriptionsFor(site.locale).unlock(site.name),
      languages: languages((other) => other.unlock ?? other.home),
    },
  ];
}

export function notFoundPage({ site, popular, languages }: OwnPageParts): NotFoundPage {
  return {
    kind: "notFound",
    site,
    href: site.home,
    title: stringsFor(site.locale).notFoundTitle,
    description: descriptionsFor(site.locale).notFound,
    languages: languages((other) => other.home),
    popular,
  };
}

/** To keep for offline, what is kept, and what to say when a page is not on the device. */
export function devicePages({ site, languages }: OwnPageParts): readonly DevicePage[] {
  const text = deviceStringsFor(site.locale);
  const page = (kind: DevicePage["kind"], href: string, title: string): DevicePage => ({
    kind,
    site,
    href,
    title,
    description: descriptionsFor(site.locale).device,
    languages: languages((other) => other.home + href.slice(site.home.length)),
  });
  return [
    page("offline", site.offline, text.offlineTitle),
    page("yourData", site.yourData, text.yourDataTitle),
    page("notOnDevice", `${site.home}${NOT_ON_DEVICE}/`, text.notOnDeviceTitle),
  ];
}
