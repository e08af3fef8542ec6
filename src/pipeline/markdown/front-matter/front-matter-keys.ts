import type { ArticleKind, Audience } from "../../../domain/article";
import type { FrontMatter } from "../document";
import {
  type Reading,
  readBoolean,
  readDate,
  readLanguage,
  readLines,
  readList,
  readNumber,
  readText,
  readWord,
} from "./read-value";

/** Front matter while it is being read. */
export type FrontMatterDraft = { -readonly [Key in keyof FrontMatter]: FrontMatter[Key] };

/** Reads a value into the draft; returns what was expected instead when it cannot. */
export type KeyReader = (draft: FrontMatterDraft, value: unknown) => string | undefined;

const KINDS: Readonly<Record<string, ArticleKind>> = {
  faq: "faq",
  question: "faq",
  tutorial: "tutorial",
  howto: "tutorial",
  "how-to": "tutorial",
  article: "article",
};

const AUDIENCES: Readonly<Record<string, Audience>> = {
  public: "public",
  staff: "staff",
  customer: "public",
  customers: "public",
  everyone: "public",
  internal: "staff",
  private: "staff",
  employee: "staff",
  employees: "staff",
};

function reader<Key extends keyof FrontMatter>(
  key: Key,
  read: (value: unknown) => Reading<NonNullable<FrontMatter[Key]>>,
): KeyReader {
  return (draft, value) => {
    const reading = read(value);
    if ("expected" in reading) return reading.expected;
    // The product's own key comes first wherever it stands; an alias never overrides it.
    if (draft[key] === undefined) draft[key] = reading.value;
    return undefined;
  };
}

const list = (value: unknown) => readLines(value);
const title = reader("title", readText);
const description = reader("description", readText);
const tags = reader("tags", readList);
const order = reader("order", readNumber);
const updated = reader("updated", readDate);
const validUntil = reader("validUntil", readDate);
const alsoAskedAs = reader("alsoAskedAs", list);
const hidden = reader("hidden", readBoolean);
const lang = reader("lang", readLanguage);
const label = reader("label", readText);
const redirectTo = reader("redirectTo", readText);

/** Several keys name old addresses; they add up. */
const redirect: KeyReader = (draft, value) => {
  const reading = readLines(value);
  if ("expected" in reading) return reading.expected;
  draft.redirect = [...new Set([...(draft.redirect ?? []), ...reading.value])];
  return undefined;
};

/** Names for links: a site generator takes them instead of the file's name. */
const names: KeyReader = (draft, value) => {
  const reading = readText(value);
  // Whatever else stands there concerns the other generator.
  if ("value" in reading) draft.names = [...new Set([...(draft.names ?? []), reading.value])];
  return undefined;
};

/** `last_update: { date, author }` of Docusaurus. */
const lastUpdate: KeyReader = (draft, value) => {
  const date = typeof value === "object" && value !== null && "date" in value ? value.date : value;
  return updated(draft, date);
};

/** Dates of Microsoft Learn: month first. */
const americanDate: KeyReader = (draft, value) =>
  updated(draft, typeof value === "string" ? value.replace(/^(\d\d?)\/(\d\d?)\/(\d{4})$/, "$3-$1-$2") : value);

/** A misspelt audience must not publish what was meant for staff. */
const audience: KeyReader = (draft, value) => {
  const reading = readWord(value, AUDIENCES);
  draft.audience = "value" in reading ? reading.value : "staff";
  return "value" in reading ? undefined : `${reading.expected} (taken for staff until it is mended)`;
};

const published: KeyReader = (draft, value) => {
  const reading = readBoolean(value);
  if ("expected" in reading) return reading.expected;
  if (!reading.value && draft.hidden === undefined) draft.hidden = true;
  return undefined;
};

/** Site generators use this key for their own layouts, so only a kind of ours counts. */
const type: KeyReader = (draft, value) => {
  const reading = readWord(value, KINDS);
  if ("value" in reading && draft.kind === undefined) draft.kind = reading.value;
  return undefined;
};

/** The product's own keys, as documented. */
export const OWN_KEYS: Readonly<Record<string, KeyReader>> = {
  title,
  description,
  kind: reader("kind", (value) => readWord(value, KINDS)),
  tags,
  order,
  updated,
  validuntil: validUntil,
  alsoaskedas: alsoAskedAs,
  related: reader("related", list),
  audience,
  hidden,
  popular: reader("popular", readBoolean),
  redirect,
  redirectto: redirectTo,
  lang,
};

/**
 * Keys that other site generators use for the same things, in order of precedence: `lastUpdated` says more about
 * a change than `date` does.
 */
export const ALIAS_KEYS: Readonly<Record<string, KeyReader>> = {
  summary: description,
  excerpt: description,
  keywords: tags,
  navorder: order,
  sidebarposition: order,
  weight: order,
  lastupdated: updated,
  lastmodified: updated,
  lastmod: updated,
  modified: updated,
  lastupdate: lastUpdate,
  "ms.date": americanDate,
  date: updated,
  expires: validUntil,
  expirydate: validUntil,
  unlisted: hidden,
  published,
  redirectfrom: redirect,
  aliases: redirect,
  locale: lang,
  language: lang,
  type,
  linktitle: label,
  sidebarlabel: label,
  sidebartitle: label,
  navtitle: label,
  menutitle: label,
  shorttitle: label,
  id: names,
  slug: names,
  permalink: names,
  url: names,
  标题: title,
  描述: description,
  摘要: description,
  简介: description,
  标签: tags,
  关键词: tags,
  更新时间: updated,
  更新日期: updated,
  日期: updated,
};

/** `last_modified`, `lastModified` and `last-modified` are one key. */
export function canonicalKey(key: string): string {
  return key.toLowerCase().replace(/[_\s-]/g, "");
}
