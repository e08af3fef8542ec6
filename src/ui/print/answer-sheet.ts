import type { Answer } from "../../domain/answer";
import type { Locale } from "../../domain/locale";
import { quoteHref } from "../answer/quote-link";
import { sectionHref } from "../search/result-options";
import { formatDate } from "../strings/dates";
import type { PrintStrings } from "../strings/print-en";
import { element, link } from "./elements";

/** A question and what the articles say to it. */
export interface AnsweredQuestion {
  readonly question: string;
  readonly answer: Answer;
}

export interface SheetOptions {
  readonly base: string;
  readonly origin: string;
  readonly locale: Locale;
  readonly p: PrintStrings;
}

/** Questions and answers as they go to paper: the words that are quoted, where they stand, and how old they are. */
export function answerSheet(answered: readonly AnsweredQuestion[], options: SheetOptions): HTMLElement {
  const sheet = element("div", "answer-sheet");
  sheet.append(element("h1", "", options.p.answers));
  for (const { question, answer } of answered) {
    const box = element("section");
    box.append(element("h2", "", question));
    box.append(...(answer.kind === "quote" ? quoted(answer, options) : notCovered(answer, options)));
    sheet.append(box);
  }
  return sheet;
}

type Quoted = Extract<Answer, { kind: "quote" }>;
type NotCovered = Extract<Answer, { kind: "not-covered" }>;

function quoted({ quotation, others }: Quoted, options: SheetOptions): HTMLElement[] {
  const { base, origin, locale, p } = options;
  const address = origin + quoteHref(base, quotation);
  const quote = element("blockquote", "", quotation.text);
  quote.cite = address;
  const source = element("p", "sheet-source", p.quotedFrom(quotation.title));
  if (quotation.updated !== undefined) {
    const time = element("time", "", formatDate(quotation.updated, locale, "long"));
    time.dateTime = quotation.updated;
    source.append(" · ", `${p.updated} `, time);
  }
  return [quote, source, addressLine(address), ...articleList(p.others, others, options)];
}

/** An answer as well: paper says it, too. */
function notCovered({ nearest }: NotCovered, options: SheetOptions): HTMLElement[] {
  return [element("p", "sheet-none", options.p.notCovered), ...articleList(options.p.nearest, nearest, options)];
}

function articleList(title: string, articles: Quoted["others"], { base, origin }: SheetOptions): HTMLElement[] {
  if (articles.length === 0) return [];
  const list = element("ul");
  for (const { article, title } of articles) {
    const item = element("li", "", title.text);
    item.append(addressLine(origin + sectionHref(base, article)));
    list.append(item);
  }
  return [element("h3", "", title), list];
}

function addressLine(address: string): HTMLElement {
  const line = element("p", "sheet-address");
  line.append(link(address, legible(address)));
  return line;
}

/** Chinese words instead of their percent-encoded bytes; a browser takes both. */
function legible(address: string): string {
  try {
    return decodeURI(address).replace(/\s/g, encodeURIComponent);
  } catch {
    return address;
  }
}
