import { parse } from "yaml";
import { splitFrontMatter } from "../markdown/front-matter/split-front-matter";

/** What a model card says that matters here. */
export interface ModelCard {
  /** Identifier or name of the licence; `unknown` when the card tells none. */
  readonly licence: string;
  readonly tags: readonly string[];
}

/** Reads the front matter of a model's README; an absent or odd one tells nothing. */
export function readModelCard(text: string | undefined): ModelCard {
  const matter = frontMatter(text ?? "");
  const { license, license_name: name, tags } = matter;
  const stated = Array.isArray(license) ? license.join(", ") : license === "other" ? (name ?? license) : license;
  return {
    licence: typeof stated === "string" && stated.trim() !== "" ? stated.trim() : "unknown",
    tags: Array.isArray(tags) ? tags.map(String) : [],
  };
}

function frontMatter(text: string): Record<string, unknown> {
  const { format, matter } = splitFrontMatter(text.replace(/^\uFEFF/, "").replace(/\r\n/g, "\n"));
  if (format !== "yaml") return {};
  try {
    const value: unknown = parse(matter);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
