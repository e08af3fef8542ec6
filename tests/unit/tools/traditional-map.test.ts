import { expect, it } from "vitest";
import { encodeDeltas, readCharacterPairs } from "../../../tools/traditional-map";

it("readCharacterPairs takes the first simplified form of every character that has another", () => {
  const table = ["# comment", "退\t退", "貨\t货", "乾\t干 乾", "𠁞\t𠀾", "", "bad line", "兩字\t两字", "後\t后\r"].join(
    "\n",
  );
  expect(readCharacterPairs(table)).toEqual({ traditional: "貨乾𠁞後", simplified: "货干𠀾后" });
});

it("encodeDeltas sorts by simplified character, so that the numbers stay small", () => {
  const delta = (a: string, b: string) => (a.codePointAt(0)! - b.codePointAt(0)!).toString(36);
  const encoded = encodeDeltas({ traditional: "貨乾幹", simplified: "货干干" });
  expect(encoded.split(",")).toEqual([
    "干".codePointAt(0)!.toString(36),
    delta("乾", "干"),
    "0",
    delta("幹", "干"),
    delta("货", "干"),
    delta("貨", "货"),
  ]);
});
