import { describe, expect, it } from "vitest";
import type { QueryMeaning } from "../../../src/domain/encoder";
import { encodeCorrected } from "../../../src/search/encode-corrected";

/** Knows `laptop` as one piece; everything else falls into letters. */
function recorder() {
  const asked: string[] = [];
  const encode = (text: string): QueryMeaning => {
    asked.push(text);
    return {
      encoder: "x@1",
      vector: new Float32Array(2),
      pieces: new Uint32Array(text === "laptop" ? 1 : text.length),
    };
  };
  return { asked, encode };
}

describe("encodeCorrected", () => {
  it.each([
    ["my pasword is gone", { pasword: "password" }, "my password is gone"],
    ["Pasword? PASWORD!", { pasword: "password" }, "password? password!"],
    ["my pasword on a laptop", { pasword: "password", laptop: "lapdog" }, "my password on a laptop"],
    ["nothing wrong", {}, "nothing wrong"],
    ["a laptop", { laptop: "lapdog" }, "a laptop"],
  ])("%s %j -> %s", (text, corrections, expected) => {
    const { asked, encode } = recorder();
    encodeCorrected(
      text,
      Object.entries(corrections).map(([from, to]) => ({ from, to })),
      encode,
    );
    expect(asked.at(-1)).toBe(expected);
  });
});
