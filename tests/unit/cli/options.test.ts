import { describe, expect, it } from "vitest";
import { audienceOption, parseOptions, requireOption, UsageError } from "../../../src/cli/options";

const spec = { content: { type: "string" }, strict: { type: "boolean" } } as const;

describe("parseOptions", () => {
  it.each([
    [["--content", "a b", "--strict"], { content: "a b", strict: true }],
    [["--content=a"], { content: "a" }],
    [[], {}],
  ])("reads %j", (args, values) => {
    const parsed = parseOptions(args, spec);
    expect({ ...parsed.values }).toEqual(values);
    expect(parsed.positionals).toEqual([]);
  });

  it("takes as many words beside the options as the command has places for", () => {
    expect(parseOptions(["dist"], spec, 1).positionals).toEqual(["dist"]);
  });

  it.each([
    [["--contnt", "a"], "Unknown option '--contnt'"],
    [["--content"], "Option '--content <value>' argument missing"],
    [["--strict=yes"], "Option '--strict' does not take an argument"],
    [["--content", "my", "folder"], '"folder" belongs to no option'],
  ])("objects to %j in one short sentence", (args, message) => {
    expect(() => parseOptions(args, spec)).toThrow(new UsageError(message));
  });
});

it("requireOption names the option and an example", () => {
  expect(requireOption("x", "content", "./articles")).toBe("x");
  for (const value of [undefined, ""]) {
    expect(() => requireOption(value, "content", "./articles")).toThrow(
      new UsageError("--content is missing, for example --content ./articles"),
    );
  }
});

it("audienceOption is public unless said otherwise, and takes no misspelling for it", () => {
  expect([undefined, "public", "staff"].map(audienceOption)).toEqual(["public", "public", "staff"]);
  expect(() => audienceOption("Staff")).toThrow(new UsageError('--audience is public or staff, not "Staff"'));
});
