import { parseArgs } from "node:util";

/** A command line that cannot be understood; the message says what was expected. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

type Spec = Readonly<Record<string, { readonly type: "string" | "boolean" }>>;
type Values<S extends Spec> = { [K in keyof S]?: S[K]["type"] extends "boolean" ? boolean : string };

/**
 * Parses a command's own arguments.
 *
 * @param operands how many words may stand beside the options
 * @throws UsageError on an unknown option, a missing value or a word too many
 */
export function parseOptions<S extends Spec>(
  args: readonly string[],
  spec: S,
  operands = 0,
): { values: Values<S>; positionals: string[] } {
  const { values, positionals } = parse(args, spec);
  const extra = positionals[operands];
  if (extra !== undefined) throw new UsageError(`${JSON.stringify(extra)} belongs to no option`);
  return { values: values as Values<S>, positionals };
}

function parse(args: readonly string[], spec: Spec) {
  try {
    return parseArgs({ args: [...args], options: { ...spec }, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError((error instanceof Error ? error.message : String(error)).split(". To specify")[0]!);
  }
}

export function requireOption(value: string | undefined, name: string, example: string): string {
  if (value === undefined || value === "")
    throw new UsageError(`--${name} is missing, for example --${name} ${example}`);
  return value;
}

/** `public` unless said otherwise. */
export function audienceOption(value: string | undefined): "public" | "staff" {
  if (value === undefined || value === "public" || value === "staff") return value ?? "public";
  throw new UsageError(`--audience is public or staff, not ${JSON.stringify(value)}`);
}
