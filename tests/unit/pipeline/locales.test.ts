import { describe, expect, it } from "vitest";
import { assignLocales, type LocaleSource } from "../../../src/pipeline/locales";

/** Paths with, where it matters, their share of Han letters. */
function sources(...entries: readonly (string | [path: string, hanShare: number])[]): LocaleSource[] {
  return entries.map((entry) =>
    typeof entry === "string" ? { path: entry, hanShare: 0 } : { path: entry[0], hanShare: entry[1] },
  );
}

function assigned(given: readonly LocaleSource[], locales: string[] = [], defaultLocale = ""): string[] {
  return assignLocales(given, { locales, defaultLocale }).map(({ locale, rest }) => `${locale} ${rest}`);
}

interface Row {
  readonly because: string;
  readonly sources: readonly LocaleSource[];
  readonly locales?: string[];
  readonly defaultLocale?: string;
  readonly assigned: readonly string[];
}

const rows: readonly Row[] = [
  {
    because: "top folders that are all languages are languages",
    sources: sources("en/orders/a.md", "zh/orders/a.md"),
    assigned: ["en orders/a.md", "zh orders/a.md"],
  },
  {
    because: "it/ beside other departments is the IT department",
    sources: sources("it/vpn.md", "sales/offer.md"),
    assigned: ["en it/vpn.md", "en sales/offer.md"],
  },
  {
    because: "it-desk/ is no Italian of a region called desk",
    sources: sources("it-desk/vpn.md"),
    assigned: ["en it-desk/vpn.md"],
  },
  {
    because: "configured languages count even beside other folders",
    sources: sources("it/vpn.md", "sales/offer.md"),
    locales: ["it", "en"],
    defaultLocale: "en",
    assigned: ["it vpn.md", "en sales/offer.md"],
  },
  {
    because: "folders are spelled zh_CN or ZH-cn, languages as configured",
    sources: sources("zh_CN/a.md", "ZH-cn/b.md"),
    locales: ["zh-CN", "en"],
    assigned: ["zh-CN a.md", "zh-CN b.md"],
  },
  {
    because: "an underscore is no part of a language tag",
    sources: sources("pt_BR/a.md", "zh-Hant/a.md"),
    assigned: ["pt-BR a.md", "zh-Hant a.md"],
  },
  {
    because: "one configured language serves a folder without language folders",
    sources: sources(["faq/退货.md", 0.9], "faq/a.md"),
    locales: ["fr"],
    assigned: ["fr faq/退货.md", "fr faq/a.md"],
  },
  {
    because: "script tells the language where nothing else does",
    sources: sources(["faq/退货.md", 0.8], "faq/returns.md"),
    assigned: ["zh faq/退货.md", "en faq/returns.md"],
  },
  {
    because: "configured regions are used for detected languages",
    sources: sources(["faq/退货.md", 0.8], "faq/returns.md"),
    locales: ["en-GB", "zh-Hans"],
    assigned: ["zh-Hans faq/退货.md", "en-GB faq/returns.md"],
  },
  {
    because: "in a Chinese centre a page of commands with a few Han letters is Chinese",
    sources: sources(["a.md", 0.9], ["b.md", 0.8], ["c.md", 0.5], ["commands.md", 0.07], "licence.md"),
    assigned: ["zh a.md", "zh b.md", "zh c.md", "zh commands.md", "en licence.md"],
  },
  {
    because: "in an English centre a page with a few Han letters stays English",
    sources: sources("a.md", "b.md", ["names.md", 0.07]),
    assigned: ["en a.md", "en b.md", "en names.md"],
  },
  {
    because: "a stray file beside language folders has the default language",
    sources: sources("en/a.md", "zh/a.md", ["readme.md", 0.9]),
    locales: ["en", "zh"],
    defaultLocale: "en",
    assigned: ["en a.md", "zh a.md", "en readme.md"],
  },
];

describe("assignLocales", () => {
  it.each(rows)("$because", ({ sources, locales, defaultLocale, assigned: expected }) => {
    expect(assigned(sources, locales, defaultLocale)).toEqual(expected);
  });

  it("believes front matter before the script, but the folder first", () => {
    const given: LocaleSource[] = [
      { path: "notes.md", hanShare: 0.9, lang: "ja" },
      { path: "other.md", hanShare: 0.9 },
    ];
    expect(assigned(given)).toEqual(["ja notes.md", "zh other.md"]);
    expect(assigned([{ path: "en/notes.md", hanShare: 0, lang: "zh" }])).toEqual(["en notes.md"]);
  });
});
