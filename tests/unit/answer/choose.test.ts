import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Choice, CONFIDENCE_FEATURES, choose } from "../../../src/answer/choose";
import { type Candidate, type Feature, gatherEvidence } from "../../../src/answer/evidence";
import { candidatesWith, readingOf, sentenceWeights } from "./found";

/** Words of the question decide. */
const BY_WORDS = sentenceWeights({ overlap: 12 });

function chooseIn(question: string, candidates: readonly Candidate[], weights: readonly number[] = BY_WORDS) {
  return choose(question, candidates, gatherEvidence(question, candidates, undefined, undefined), weights);
}

function textOf(choice: Choice | undefined, candidates: readonly Candidate[]): string | undefined {
  return choice && candidates[choice.candidate]?.text.slice(choice.start, choice.end);
}

function chosenText(question: string, texts: readonly string[], weights?: readonly number[]): string | undefined {
  const candidates = candidatesWith({ a: texts });
  return textOf(chooseIn(question, candidates, weights).choice, candidates);
}

const LONG = "This sentence has been written to be so long that nobody would take it for a crumb of anything at all.";

describe("choose", () => {
  it("quotes the sentence that holds the answer, and no more", () => {
    const answer =
      "A refund takes five working days from the moment when the parcel has come back to our warehouse by post.";
    expect(chosenText("refund warehouse", [`${LONG} ${answer} ${LONG}`])).toBe(answer);
  });

  it("takes neighbours along where the answer lies in several sentences", () => {
    const [first, second] = [`${LONG.slice(0, -1)} refund.`, `${LONG.slice(0, -1)} voucher.`];
    const text = `${LONG} ${first} ${second} ${LONG}`;
    expect(chosenText("refund voucher", [text])).toBe(`${first} ${second}`);
  });

  it("does not leave a crumb alone", () => {
    expect(chosenText("is it free", ["Delivery to the door. Free. We deliver every day."])).not.toBe("Free.");
    expect(chosenText("免费吗", ["送货上门。免费。每天送货。"])).not.toBe("免费。");
  });

  it("quotes no more than three sentences, which stand together", () => {
    const text = Array.from({ length: 6 }, (_, n) => `Refund number ${n}.`).join(" ");
    expect(chosenText("refund", [text])?.match(/Refund/g)).toHaveLength(3);
  });

  it("quotes a list of steps as a whole, however long", () => {
    const steps = Array.from({ length: 5 }, (_, n) => `${n + 1}. Reset the password: ${LONG}`).join("\n");
    const candidates = candidatesWith({ a: [`${LONG}\n${steps}\n${LONG}`] });
    const { choice } = chooseIn("how do I reset my password", candidates);
    expect(choice?.form).toBe("steps");
    expect(textOf(choice, candidates)).toBe(steps);
  });

  it("does the same in Chinese", () => {
    const steps =
      "1、打开重置密码页面。\n2、输入重置密码的新密码。\n3、点击保存，重置密码完成。\n4、重新登录，重置密码生效。";
    const candidates = candidatesWith({ a: [`密码有八位。\n${steps}`] });
    const { choice } = chooseIn("怎么重置密码", candidates);
    expect([choice?.form, textOf(choice, candidates)]).toEqual(["steps", steps]);
  });

  it("quotes no lead-in without what follows", () => {
    const lead = "To reset the password of your own customer account in the shop, please follow all of these steps:";
    const rest = "Open the page of the account, and choose what you want to change there, whatever it may be.";
    expect(chosenText("reset password", [`${lead}\n${rest}`])).toBe(`${lead}\n${rest}`);
    const asked =
      "重置您在本商店的客户账户的登录密码，请您按照下面列出的所有这些步骤一步一步地进行操作并核对每一步的结果：";
    expect(chosenText("重置密码", [`${asked}\n打开账户页面，选择要修改的内容，然后保存。`])).not.toBe(asked);
  });

  it("quotes nothing of more than 400 characters that is no list", () => {
    const endless = `Refund ${"and so on ".repeat(60)}.`;
    expect(chosenText("refund", [`${LONG} ${endless}`])).toBe(LONG);
    expect(chooseIn("refund", candidatesWith({ a: [endless] }))).toMatchObject({ choice: undefined });
    const two = `${"refund ".repeat(35)}. ${"Refund ".repeat(35)}.`;
    expect(chosenText("refund", [two])!.length).toBeLessThanOrEqual(400);
  });

  it("never joins two passages", () => {
    const candidates = candidatesWith({ a: ["Refund one.", "Refund two."], b: ["Refund three."] });
    const { choice } = chooseIn("refund", candidates);
    expect(candidates.map(({ text }) => text)).toContain(textOf(choice, candidates));
  });

  it("chooses the passage whose sentences weigh most, and says how likely the answer is in it", () => {
    const candidates = candidatesWith({ pay: ["Pay by card."], back: ["A refund takes five days."] });
    const { choice } = chooseIn("refund", candidates);
    expect(choice).toMatchObject({ candidate: 1, start: 0, end: 25, best: [0, 25] });
    expect(choice?.mass).toBeGreaterThan(0.9);
  });

  it("chooses nothing where there is no sentence", () => {
    for (const candidates of [[], candidatesWith({ a: [""] }), candidatesWith({ a: [" \n\t "] })]) {
      const { choice, confidence } = chooseIn("refund", candidates);
      expect(choice).toBeUndefined();
      expect([...confidence]).toEqual(CONFIDENCE_FEATURES.map(() => 0));
    }
  });

  it("gives whole sentences, at most three and 400 characters or one list, whatever the texts and weights", () => {
    const piece = fc.constantFrom(
      ...[
        "1. ",
        "2. ",
        "3、",
        "\n",
        "Reset it. ",
        "密码。",
        "Really? ",
        "Do this:\n",
        "…",
        "📦",
        "\ud83d",
        "x".repeat(150),
      ],
    );
    const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));
    const weight = fc.double({ min: -8, max: 8, noNaN: true });
    const features: readonly Feature[] = [
      "overlap",
      "first",
      "place",
      "short",
      "long",
      "step",
      "colon",
      "passageScore",
    ];
    const weights = fc
      .array(weight, { minLength: features.length, maxLength: features.length })
      .map((all) => sentenceWeights(Object.fromEntries(features.map((name, n) => [name, all[n]]))));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), weights, (texts, chosen) => {
        const candidates = candidatesWith({ a: texts, b: texts.slice(1) });
        const gathered = gatherEvidence("how do I reset 密码", candidates, undefined, undefined);
        const { choice } = choose("how do I reset 密码", candidates, gathered, chosen);
        if (!choice) return;
        const own = gathered.sentences.filter(({ candidate }) => candidate === choice.candidate);
        const inside = own.filter(({ sentence }) => sentence.start >= choice.start && sentence.end <= choice.end);
        expect(inside[0]?.sentence.start).toBe(choice.start);
        expect(inside.at(-1)?.sentence.end).toBe(choice.end);
        expect(choice.best[0]).toBeGreaterThanOrEqual(choice.start);
        expect(choice.best[1]).toBeLessThanOrEqual(choice.end);
        expect(choice.best[1]).toBeGreaterThan(choice.best[0]);
        expect(choice.mass).toBeLessThanOrEqual(1 + 1e-9);
        if (choice.form === "steps") {
          const [{ sentence } = own[0]!] = inside;
          expect(sentence.list).toBeDefined();
          expect(inside).toEqual(own.filter((one) => one.sentence.list === sentence.list));
        } else {
          expect(inside.length).toBeLessThanOrEqual(3);
          expect(choice.end - choice.start).toBeLessThanOrEqual(400);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("the confidence's features", () => {
  const known = (question: string, texts: readonly string[]): Record<string, number> => {
    const { confidence } = chooseIn(question, candidatesWith({ a: texts, b: ["Something else."] }));
    return Object.fromEntries(CONFIDENCE_FEATURES.map((name, n) => [name, confidence[n] as number]));
  };

  it("tell an article that knows the question's words from one that does not", () => {
    const knows = known("refund after delivery", ["A refund after delivery takes five days."]);
    const guesses = known("refund after earthquake", ["A refund after delivery takes five days."]);
    expect(knows.known).toBeCloseTo(1, 9);
    expect(guesses.known).toBeLessThan(0.6);
    expect(knows.overlap).toBeGreaterThan(guesses.overlap!);
    expect(knows.isFirst).toBe(1);
  });

  it("compare the article with the best one besides it", () => {
    const features = known("refund", ["A refund takes five days."]);
    expect(features.articleShare).toBeGreaterThan(0);
    expect(features.runnerUp).toBeCloseTo(-features.articleShare!, 9);
  });

  it("are the reader's where one has read", () => {
    const candidates = candidatesWith({ a: ["A refund takes five days."], b: ["Pay by card."] });
    const readings = candidates.map(({ text }, n) => readingOf(text, "five days", n === 0 ? 4 : -2));
    const gathered = gatherEvidence("refund", candidates, undefined, readings);
    const { confidence } = choose("refund", candidates, gathered, sentenceWeights({ span: 4 }));
    const at = (name: (typeof CONFIDENCE_FEATURES)[number]) => confidence[CONFIDENCE_FEATURES.indexOf(name)];
    expect([at("relevance"), at("bestRelevance"), at("relevanceMargin")]).toEqual([1, 1, 1.5]);
  });
});
