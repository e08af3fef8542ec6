import { describe, expect, it } from "vitest";
import { readSegment } from "../../../src/search/read-segment";
import { buildSegment, SEGMENT_VERSION } from "../../../src/search/segment";
import { article, pack } from "./packs";

const held = pack("a", [article("one", "Reset", "Text of it."), article("two", "Stub", [])]);
const stored = structuredClone(buildSegment(held));

describe("readSegment", () => {
  it("takes what structured cloning keeps", () => {
    expect(readSegment(stored, held)).toEqual({ ok: true, value: stored });
  });

  it.each([
    [
      { ...stored, version: SEGMENT_VERSION + 1 },
      "segment-version",
      String(SEGMENT_VERSION),
      String(SEGMENT_VERSION + 1),
      "a later version",
    ],
    [{}, "segment-version", String(SEGMENT_VERSION), "undefined", "something else"],
    [null, "segment-version", String(SEGMENT_VERSION), "undefined", "nothing"],
    [
      JSON.parse(JSON.stringify(stored)),
      "segment-shape",
      "articleOf of 2",
      "something else",
      "typed arrays lost by JSON",
    ],
    [{ ...stored, counts: new Uint8Array(1) }, "segment-shape", "counts", "something else", "a truncated part"],
  ])("refuses %#: %s %s", (value, code, expected, found) => {
    expect(readSegment(value, held)).toEqual({ ok: false, error: { code, expected, found } });
  });

  it("refuses a segment of another pack", () => {
    const other = pack("a", [article("one", "Reset", "Text.")]);
    expect(readSegment(stored, other).ok).toBe(false);
  });
});
