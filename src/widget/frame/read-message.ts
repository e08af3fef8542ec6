import type { HostContext, HostMessage, Look, PageHint, View } from "../protocol";

/** Longest texts that are taken from a host; more is cut off. */
const LONGEST_TEXT = 10_000;
const LONGEST_FACT = 500;
const MOST_FACTS = 20;
const MOST_TAGS = 50;

/** A host's message as the protocol has it; `undefined` for anything else, which is passed over. */
export function readMessage(data: unknown): HostMessage | undefined {
  if (!isRecord(data)) return undefined;
  switch (data.type) {
    case "show": {
      const view = readView(data.view);
      return view && { type: "show", view };
    }
    case "visible":
      return typeof data.visible === "boolean" ? { type: "visible", visible: data.visible } : undefined;
    case "focus":
      return data.at === "start" || data.at === "end" ? { type: "focus", at: data.at } : undefined;
    case "look":
      return isRecord(data.look) ? { type: "look", look: readLook(data.look) } : undefined;
    case "context":
      return isRecord(data.context) ? { type: "context", context: readFacts(data.context) } : undefined;
    case "suggest":
      return isId(data.id) && isRecord(data.hint)
        ? { type: "suggest", id: data.id, hint: readHint(data.hint) }
        : undefined;
    case "unlock":
      return isId(data.id) && isText(data.key) ? { type: "unlock", id: data.id, key: data.key } : undefined;
    case "sign-out":
      return isId(data.id) ? { type: "sign-out", id: data.id } : undefined;
    default:
      return undefined;
  }
}

function readView(value: unknown): View | undefined {
  if (!isRecord(value)) return undefined;
  const { view, query, question, article } = value;
  if (view === "home") return { view };
  if (view === "search" && isText(query)) return { view, query: cut(query) };
  if (view === "ask" && isText(question)) return { view, question: cut(question) };
  if (view === "article" && isText(article)) return { view, article: cut(article) };
  return undefined;
}

function readLook({ properties, scheme, zoom }: Readonly<Record<string, unknown>>): Look {
  return {
    ...(isRecord(properties) && { properties: texts(properties) }),
    ...((scheme === "light" || scheme === "dark") && { scheme }),
    ...(typeof zoom === "number" && Number.isFinite(zoom) && { zoom }),
  };
}

function readFacts(value: Readonly<Record<string, unknown>>): HostContext {
  const facts = Object.entries(texts(value))
    .map(([name, text]) => [oneLine(name), oneLine(text)] as const)
    .filter(([name, text]) => name !== "" && text !== "");
  return Object.fromEntries(facts.slice(0, MOST_FACTS));
}

function readHint({ url, title, text, tags }: Readonly<Record<string, unknown>>): PageHint {
  return {
    ...(isText(url) && { url: cut(url) }),
    ...(isText(title) && { title: cut(title) }),
    ...(isText(text) && { text: cut(text) }),
    ...(Array.isArray(tags) && { tags: tags.filter(isText).map(cut).slice(0, MOST_TAGS) }),
  };
}

/** Those of its properties that are texts. */
function texts(value: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => isText(entry[1])));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim().slice(0, LONGEST_FACT);
}

function cut(text: string): string {
  return text.slice(0, LONGEST_TEXT);
}

const isText = (value: unknown): value is string => typeof value === "string";
const isId = (value: unknown): value is number => typeof value === "number" && Number.isSafeInteger(value);
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
