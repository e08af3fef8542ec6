import { err, ok, type Result } from "../../domain/result";

export const QUERY_KINDS = ["natural", "keyword", "typo", "traditional", "hard", "unanswerable"] as const;
export type QueryKind = (typeof QUERY_KINDS)[number];
export const QUERY_LANGUAGES = ["en", "zh"] as const;
export type QueryLanguage = (typeof QUERY_LANGUAGES)[number];

/** A labelled question: one line of a questions file. */
export interface EvalQuery {
  readonly id: string;
  readonly q: string;
  readonly lang: QueryLanguage;
  readonly kind: QueryKind;
  /** Every acceptable article, best first: source paths relative to the content folder. */
  readonly articles: readonly string[];
  /** Verbatim strings of the best article, any one of which answers; raw Markdown. */
  readonly answer: readonly string[];
  /** Whether the help centre covers it at all. */
  readonly answerable: boolean;
}

/** What is wrong with one line of a questions file. */
export interface QueryFault {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly expected: string;
  readonly found: string;
}

/**
 * Reads a questions file, one JSON object a line; empty lines are skipped. All faults are reported, not
 * only the first.
 *
 * @param file the name that the faults give
 */
export function readQueries(text: string, file: string): Result<readonly EvalQuery[], readonly QueryFault[]> {
  const queries: EvalQuery[] = [];
  const faults: QueryFault[] = [];
  const lineOf = new Map<string, number>();
  for (const [at, source] of text
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .entries()) {
    if (source.trim() === "") continue;
    const line = at + 1;
    const query = readQuery(source);
    if (!query.ok) {
      faults.push({ file, line, ...query.error });
      continue;
    }
    const { id } = query.value;
    const earlier = lineOf.get(id);
    if (earlier !== undefined) {
      faults.push({ file, line, expected: `an "id" of its own`, found: `"${id}", as in line ${earlier}` });
    }
    lineOf.set(id, line);
    queries.push(query.value);
  }
  if (queries.length === 0 && faults.length === 0) {
    faults.push({ file, line: 1, expected: "one question a line, as JSON", found: "no question" });
  }
  return faults.length > 0 ? err(faults) : ok(queries);
}

/** `questions.jsonl:3: expected …, found …`, one line a fault. */
export function formatQueryFaults(faults: readonly QueryFault[]): string {
  return faults
    .map(({ file, line, expected, found }) => `${file}:${line}: expected ${expected}, found ${found}`)
    .join("\n");
}

type Mismatch = Pick<QueryFault, "expected" | "found">;

function readQuery(source: string): Result<EvalQuery, Mismatch> {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    return err({
      expected: "a JSON object",
      found: `${shown(source)} (${error instanceof Error ? error.message : error})`,
    });
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return err({ expected: "a JSON object", found: shown(value) });
  }
  const fields = value as Readonly<Record<string, unknown>>;
  const wrong = RULES.find(({ key, fits }) => !fits(fields[key]));
  if (wrong) return err({ expected: `"${wrong.key}" to be ${wrong.expected}`, found: shown(fields[wrong.key]) });
  const query = { answer: [], ...fields } as unknown as EvalQuery;
  if (query.answerable && query.articles.length === 0) {
    return err({ expected: `"articles" to name the article that answers`, found: `none, though "answerable" is true` });
  }
  return ok(query);
}

const isText = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((item) => typeof item === "string");
const oneOf = (values: readonly string[]): string => values.map((value) => `"${value}"`).join(", ");

const RULES: readonly { readonly key: string; readonly expected: string; fits(value: unknown): boolean }[] = [
  { key: "id", expected: "a text that names the question", fits: isText },
  { key: "q", expected: "the question", fits: isText },
  {
    key: "lang",
    expected: `one of ${oneOf(QUERY_LANGUAGES)}`,
    fits: (value) => QUERY_LANGUAGES.some((lang) => lang === value),
  },
  {
    key: "kind",
    expected: `one of ${oneOf(QUERY_KINDS)}`,
    fits: (value) => QUERY_KINDS.some((kind) => kind === value),
  },
  { key: "articles", expected: "a list of paths", fits: isTexts },
  { key: "answer", expected: "a list of texts", fits: (value) => value === undefined || isTexts(value) },
  { key: "answerable", expected: "true or false", fits: (value) => typeof value === "boolean" },
];

function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
