import { describe, expect, it } from "vitest";
import { type QuestionForm, questionForm } from "../../../src/answer/question-form";
import { foldText } from "../../../src/text/fold";

const formsOf = (question: string): string[] =>
  Object.entries(questionForm(foldText(question)))
    .filter(([, is]) => is)
    .map(([form]) => form);

describe("questionForm", () => {
  it.each<[string, readonly (keyof QuestionForm)[]]>([
    ["How much does delivery cost?", ["amount"]],
    ["How long does a refund take?", ["amount"]],
    ["When will it arrive", ["amount"]],
    ["How do I reset my password?", ["manner"]],
    ["steps to set up the router", ["manner"]],
    ["Where is the serial number?", ["place"]],
    ["Why is my parcel late?", ["reason"]],
    ["What’s wrong with my card?", ["reason"]],
    ["Can I pay by card?", ["whether"]],
    ["DO YOU SHIP ABROAD", ["whether"]],
    ["password", []],
    ["", []],
    ["退款要多久", ["amount"]],
    ["怎么重置密码", ["manner"]],
    ["怎樣重置密碼", ["manner"]],
    ["发票在哪里", ["place"]],
    ["為什麼包裹還沒到", ["reason"]],
    ["为什么包裹迟了", ["reason"]],
    ["能不能用银行卡付款", ["whether"]],
    ["支持退货吗？", ["whether"]],
    ["密码", []],
  ])("%j asks for %j", (question, forms) => {
    expect(formsOf(question)).toEqual(forms);
  });

  it("knows a yes-or-no question by how it begins only", () => {
    expect(formsOf("the parcel that is lost")).toEqual([]);
  });

  it("may ask for two things at once", () => {
    expect(formsOf("Can I pay later, and how much is it?")).toEqual(["amount", "whether"]);
  });
});
