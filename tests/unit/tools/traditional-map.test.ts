import { expect, it } from "vitest";
import { readCharacterPairs } from "../../../tools/traditional-map";

it("readCharacterPairs takes the first simplified form of every character that has another", () => {
  const table = ["# comment", "退\t退", "貨\t货", "乾\t干 乾", "𠁞\t𠀾", "", "bad line", "兩字\t两字", "後\t后\r"].join(
    "\n",
  );
  expect(readCharacterPairs(table)).toEqual({ traditional: "貨乾𠁞後", simplified: "货干𠀾后" });
});
