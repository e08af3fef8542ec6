// @vitest-environment happy-dom
import { cleanup, fireEvent, render, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { err, ok } from "../../../../src/domain/result";
import { AnswerWordsContext } from "../../../../src/ui/answer/words-context";
import { AskBox } from "../../../../src/ui/ask/ask-box";
import { answerEn } from "../../../../src/ui/strings/answer-en";
import { WordingContext } from "../../../../src/ui/strings/context";
import { en } from "../../../../src/ui/strings/en";
import { notCovered, quoted } from "../answer/answers";
import { fakeContext, PAGE_LINKS } from "../answer/fake-client";

function show(initialQuestion = "", fake = fakeContext()) {
  const onAsk = vi.fn();
  const view = render(
    <WordingContext.Provider value={{ t: en, locale: "en" }}>
      <AnswerWordsContext.Provider value={answerEn}>
        <AskBox
          context={fake.context}
          examples={["How do I return it?"]}
          initialQuestion={initialQuestion}
          initialText=""
          autoFocus
          onAsk={onAsk}
        />
      </AnswerWordsContext.Provider>
    </WordingContext.Provider>,
  );
  const field = view.getByRole("textbox") as HTMLInputElement;
  const ask = (text: string) => {
    fireEvent.input(field, { target: { value: text } });
    fireEvent.submit(field.form!);
  };
  const nth = (n: number) => waitFor(() => fake.asked[n - 1] ?? Promise.reject(new Error("not asked")));
  const said = () => view.container.querySelector(":scope > .ask > [role=status]")?.textContent;
  return { ...fake, view, field, ask, nth, said, onAsk };
}

beforeEach(() => {
  localStorage.clear();
  document.body.innerHTML = PAGE_LINKS;
  Element.prototype.scrollIntoView = vi.fn();
});
afterEach(cleanup);

describe("asking", () => {
  it("shows and says the stages, then the answer; the field is ready for the next question", async () => {
    const { view, field, ask, nth, said, onAsk } = show();
    expect(document.activeElement).toBe(field);
    ask("  Where is it? ");
    const question = await nth(1);
    expect(question.query).toEqual({ text: "Where is it?", locale: "en" });
    expect(onAsk).toHaveBeenCalledWith("Where is it?");
    await waitFor(() => expect(field.value).toBe(""));
    expect(view.getByRole("heading", { name: "Where is it?" })).toBeTruthy();
    expect(said()).toBe(answerEn.stages.searching);
    question.stage("reading");
    await waitFor(() => expect(said()).toBe(answerEn.stages.reading));
    question.answer(ok(quoted("It is on its way.")));
    await view.findByText("It is on its way.");
    expect(said()).toContain("It is on its way.");
    expect(document.activeElement).toBe(field);
  });

  it("asks what the address brought, and an example with one press", async () => {
    const brought = show("Where is it?");
    expect((await brought.nth(1)).query.text).toBe("Where is it?");
    cleanup();
    const { view, nth } = show();
    fireEvent.click(view.getByRole("button", { name: "How do I return it?" }));
    expect((await nth(1)).query.text).toBe("How do I return it?");
    await waitFor(() => expect(view.queryByText("For example")).toBeNull());
  });

  it("asks nothing when nothing is written", () => {
    const { ask, asked } = show();
    ask("   ");
    expect(asked).toHaveLength(0);
  });

  it("keeps questions below each other", async () => {
    const { view, ask, nth } = show();
    ask("One?");
    (await nth(1)).answer(ok(quoted("First.")));
    await view.findByText("First.");
    ask("Two?");
    (await nth(2)).answer(ok(notCovered()));
    await view.findByText(answerEn.notCoveredTitle);
    expect(view.getAllByRole("heading", { level: 2 }).map((heading) => heading.textContent)).toEqual(["One?", "Two?"]);
  });

  it("says what went wrong and tries again", async () => {
    const { view, ask, nth, said } = show();
    ask("One?");
    (await nth(1)).answer(err({ code: "content-unreachable" }));
    await view.findByText(en.errors["content-unreachable"]);
    expect(said()).toContain(en.errors["content-unreachable"]);
    fireEvent.click(view.getByRole("button", { name: "Try again" }));
    (await nth(2)).answer(ok(quoted("First.")));
    await view.findByText("First.");
  });

  it("tells a client that cannot be had like content that does not arrive", async () => {
    const fake = fakeContext();
    const context = { ...fake.context, loadClient: () => Promise.reject(new Error("offline")) };
    const { view, ask } = show("", { ...fake, context });
    ask("One?");
    await view.findByText(en.errors["content-unreachable"]);
  });
});

describe("the button that stops", () => {
  it("stops a question, but not with the second click of a double click on the one that asked", async () => {
    const { view, ask, nth } = show();
    ask("One?");
    const question = await nth(1);
    const button = await view.findByRole("button", { name: "Stop" });
    fireEvent.click(button, { detail: 2 });
    expect(question.signal.aborted).toBe(false);
    fireEvent.click(button, { detail: 1 });
    expect(question.signal.aborted).toBe(true);
  });
});

describe("keys", () => {
  it("Escape stops a question under way", async () => {
    const { view, field, ask, nth, said } = show();
    ask("One?");
    const question = await nth(1);
    fireEvent.keyDown(field, { key: "Escape" });
    expect(question.signal.aborted).toBe(true);
    await waitFor(() => expect(said()).toBe(answerEn.stopped));
    fireEvent.click(view.getByRole("button", { name: "Ask again" }));
    (await nth(2)).answer(ok(quoted("First.")));
    await view.findByText("First.");
  });

  it("arrow up brings questions back, arrow down leads on, and what is being written stays", async () => {
    const { field, ask, nth } = show();
    ask("One?");
    await nth(1);
    ask("Two?");
    await nth(2);
    await waitFor(() => expect(field.value).toBe(""));
    const press = async (key: string, expected: string) => {
      fireEvent.keyDown(field, { key });
      await waitFor(() => expect(field.value).toBe(expected));
    };
    await press("ArrowUp", "Two?");
    await press("ArrowUp", "One?");
    await press("ArrowUp", "One?");
    await press("ArrowDown", "Two?");
    await press("ArrowDown", "");
    fireEvent.input(field, { target: { value: "Mine" } });
    await press("ArrowUp", "Mine");
  });

  it("an input method at work keeps its keys", async () => {
    const { field, ask, nth } = show();
    ask("One?");
    const question = await nth(1);
    fireEvent.keyDown(field, { key: "Escape", isComposing: true });
    expect(question.signal.aborted).toBe(false);
  });
});

describe("the model that reads for answers", () => {
  it("is offered quietly; not now is remembered and leaves a way back", async () => {
    const { view, reader, client, context } = show();
    reader.set({ status: "offered", bytes: 9_100_000 });
    await view.findByText(/small model \(9\.1 MB/);
    expect(client.loadReader).not.toHaveBeenCalled();
    fireEvent.click(view.getByRole("button", { name: "Not now" }));
    expect(context.store.get("readerModel")).toBe(false);
    fireEvent.click(await view.findByRole("button", { name: "Get more exact answers (9.1 MB)" }));
    await waitFor(() => expect(client.loadReader).toHaveBeenCalledOnce());
    expect(context.store.get("readerModel")).toBe(true);
  });

  it("shows how far it has come, and can be cancelled for good", async () => {
    const { view, reader, client, context } = show();
    reader.set({ status: "loading", loaded: 3_000_000, total: 9_000_000 });
    const progress = await view.findByRole("progressbar", { name: answerEn.readerLoading });
    expect(progress.getAttribute("aria-valuetext")).toBe("3 MB of 9 MB");
    fireEvent.click(view.getByRole("button", { name: answerEn.readerCancel }));
    await waitFor(() => expect(client.stopReader).toHaveBeenCalledOnce());
    expect(context.store.get("readerModel")).toBe(false);
  });

  it.each([
    ["wanted, it is fetched without asking", true, { status: "offered", bytes: 1 }, "loadReader"],
    [
      "not wanted, it is stopped where the site fetches it by itself",
      false,
      { status: "loading", loaded: 0, total: 1 },
      "stopReader",
    ],
  ] as const)("once %s", async (_, wanted, state, call) => {
    const fake = fakeContext();
    fake.context.store.set("readerModel", wanted);
    const { client, reader } = show("", fake);
    reader.set(state);
    await waitFor(() => expect(client[call]).toHaveBeenCalled());
  });

  it("says why it is not there, and tries again where that may help", async () => {
    const { view, reader, client } = show();
    reader.set({ status: "unavailable", error: { code: "reader-invalid" } });
    await view.findByText(en.errors["reader-invalid"]);
    expect(view.queryByRole("button", { name: "Try again" })).toBeNull();
    reader.set({ status: "unavailable", error: { code: "reader-unreachable" } });
    fireEvent.click(await view.findByRole("button", { name: "Try again" }));
    await waitFor(() => expect(client.loadReader).toHaveBeenCalledOnce());
  });

  it("answers the last question anew once it is ready, unless the answer was touched", async () => {
    for (const touched of [false, true]) {
      const { view, reader, ask, nth } = show();
      ask("One?");
      (await nth(1)).answer(ok(quoted("Rough.")));
      const answer = await view.findByText("Rough.");
      if (touched) fireEvent.pointerDown(answer);
      reader.set({ status: "ready" });
      (await nth(2)).answer(ok(quoted("Exact.", { by: "reader" })));
      if (touched) fireEvent.click(await view.findByRole("button", { name: "Show it" }));
      await view.findByText("Exact.");
      cleanup();
    }
  });

  it("leaves answers alone that it gave itself", async () => {
    const { view, reader, ask, nth, asked } = show();
    ask("One?");
    (await nth(1)).answer(ok(quoted("Exact.", { by: "reader" })));
    await view.findByText("Exact.");
    reader.set({ status: "ready" });
    await new Promise((done) => setTimeout(done, 30));
    expect(asked).toHaveLength(1);
  });
});
