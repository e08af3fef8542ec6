import { describe, expect, it } from "vitest";
import { type Dialogue, type DialogueEvent, reduceDialogue } from "../../../../src/ui/ask/dialogue-model";
import { notCovered, quoted } from "../answer/answers";

const dialogueOf = (...events: DialogueEvent[]): Dialogue => events.reduce(reduceDialogue, []);
const asked = (id: number, question = `Q${id}`): DialogueEvent => ({ type: "asked", id, question });
const answered = (id: number, text = "One."): DialogueEvent => ({ type: "answered", id, answer: quoted(text) });
const improved = (text: string): DialogueEvent => ({ type: "improved", id: 1, answer: quoted(text, { by: "reader" }) });
const statuses = (dialogue: Dialogue) => dialogue.map(({ question, state }) => `${question} ${state.status}`);
const texts = (dialogue: Dialogue) =>
  dialogue.map(({ state }) =>
    state.status === "answered" && state.answer.kind === "quote" ? state.answer.quotation.text : "",
  );

describe("the dialogue", () => {
  it("keeps every question with its answer, the newest last", () => {
    expect(statuses(dialogueOf(asked(1), answered(1), asked(2)))).toEqual(["Q1 answered", "Q2 asking"]);
  });

  it("asks one question at a time, and drops the answer to one that was stopped", () => {
    expect(statuses(dialogueOf(asked(1), asked(2), answered(1)))).toEqual(["Q1 stopped", "Q2 asking"]);
    expect(statuses(dialogueOf(asked(1), { type: "stopped" }, answered(1)))).toEqual(["Q1 stopped"]);
  });

  it("follows the stages of the question under way only", () => {
    const [turn] = dialogueOf(asked(1), { type: "stage", id: 1, stage: "reading" });
    expect(turn?.state).toEqual({ status: "asking", stage: "reading" });
    const [done] = dialogueOf(asked(1), answered(1), { type: "stage", id: 1, stage: "reading" });
    expect(done?.state.status).toBe("answered");
  });

  it("asks again what failed", () => {
    const failed: DialogueEvent = { type: "failed", id: 1, error: { code: "content-unreachable" } };
    expect(statuses(dialogueOf(asked(1), failed))).toEqual(["Q1 failed"]);
    expect(statuses(dialogueOf(asked(1), failed, { type: "retried", id: 1 }, answered(1)))).toEqual(["Q1 answered"]);
  });

  it("takes a better answer in the place of one that nobody touched", () => {
    expect(texts(dialogueOf(asked(1), answered(1), improved("Two.")))).toEqual(["Two."]);
  });

  it("keeps an answer that was touched, and has the better one wait", () => {
    const dialogue = dialogueOf(asked(1), answered(1), { type: "touched" }, improved("Two."));
    expect(texts(dialogue)).toEqual(["One."]);
    expect(dialogue[0]?.better).toMatchObject({ by: "reader" });
    const shown = reduceDialogue(dialogue, { type: "better-shown", id: 1 });
    expect(texts(shown)).toEqual(["Two."]);
    expect(shown[0]).not.toHaveProperty("better");
  });

  it("says nothing of a better answer that says the same", () => {
    expect(dialogueOf(asked(1), answered(1), { type: "touched" }, improved("One."))[0]).not.toHaveProperty("better");
    const none = [{ type: "answered", id: 1, answer: notCovered() }, { type: "touched" }] as const;
    const again: DialogueEvent = { type: "improved", id: 1, answer: notCovered({ by: "reader" }) };
    expect(dialogueOf(asked(1), ...none, again)[0]).not.toHaveProperty("better");
  });

  it("counts a touch for an answer only", () => {
    expect(texts(dialogueOf(asked(1), { type: "touched" }, answered(1), improved("Two.")))).toEqual(["Two."]);
  });
});
