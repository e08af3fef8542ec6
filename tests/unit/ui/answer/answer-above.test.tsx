// @vitest-environment happy-dom
import { cleanup, fireEvent, render, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { err, ok } from "../../../../src/domain/result";
import type { SearchResults } from "../../../../src/domain/search";
import { AnswerAbove } from "../../../../src/ui/answer/answer-above";
import { AnswerWordsContext } from "../../../../src/ui/answer/words-context";
import { AnswerSlot } from "../../../../src/ui/search/answer-slot";
import { type SearchModel, searchModel } from "../../../../src/ui/search/search-model";
import { answerEn } from "../../../../src/ui/strings/answer-en";
import { WordingContext } from "../../../../src/ui/strings/context";
import { en } from "../../../../src/ui/strings/en";
import { hit, notCovered, quoted } from "./answers";
import { fakeContext, PAGE_LINKS } from "./fake-client";

// Style sheets are not fetched here, so none ever arrives.
vi.mock("../../../../src/ui/answer/load-styles", () => ({ loadAnswerStyles: async () => undefined }));

type Fake = ReturnType<typeof fakeContext>;
const onFollow = vi.fn();

function above({ context }: Fake, ready: boolean, touched = false) {
  return (
    <WordingContext.Provider value={{ t: en, locale: "en" }}>
      <AnswerWordsContext.Provider value={answerEn}>
        <AnswerAbove
          context={context}
          text="Where is it?"
          scope={undefined}
          ready={ready}
          touched={touched}
          onFollow={onFollow}
        />
      </AnswerWordsContext.Provider>
    </WordingContext.Provider>
  );
}

const nth = ({ asked }: Fake, n: number) => waitFor(() => asked[n - 1] ?? Promise.reject(new Error("not asked")));
const pause = () => new Promise((done) => setTimeout(done, 30));

beforeEach(() => {
  localStorage.clear();
  document.body.innerHTML = PAGE_LINKS;
});
afterEach(cleanup);

describe("the answer above results", () => {
  it("comes with them and is said aloud; its link closes what it stands in", async () => {
    const fake = fakeContext();
    const view = render(above(fake, false));
    (await nth(fake, 1)).answer(ok(quoted("Soon.")));
    await pause();
    expect(view.container.querySelector(".answer")).toBeNull();
    view.rerender(above(fake, true));
    await view.findByText("Soon.");
    expect(view.container.querySelector("[role=status]")?.textContent).toBe("Answer: Soon.");
    const link = view.getByRole("link", { name: "Read it in the article" });
    link.addEventListener("click", (event) => event.preventDefault());
    fireEvent.click(link);
    expect(onFollow).toHaveBeenCalledOnce();
  });

  it("waits behind a button once the list was touched", async () => {
    const fake = fakeContext();
    const view = render(above(fake, true, true));
    (await nth(fake, 1)).answer(ok(quoted("Soon.")));
    const button = await view.findByRole("button", { name: "Show the answer" });
    expect(view.queryByText("Soon.")).toBeNull();
    expect(view.container.querySelector("[role=status]")?.textContent).toBe(answerEn.answerOffered);
    fireEvent.click(button);
    await view.findByText("Soon.");
    expect(view.queryByRole("button", { name: "Show the answer" })).toBeNull();
    expect(document.activeElement?.className).toBe("answer-above");
  });

  it("is asked anew once the reader is ready", async () => {
    const fake = fakeContext();
    const view = render(above(fake, true));
    (await nth(fake, 1)).answer(ok(quoted("Rough.")));
    await view.findByText("Rough.");
    fake.reader.set({ status: "ready" });
    (await nth(fake, 2)).answer(ok(quoted("Exact.", { by: "reader" })));
    await view.findByText("Exact.");
  });

  it.each([
    ["what is not covered", ok(notCovered({ nearest: [hit("a")] }))],
    ["what went wrong", err({ code: "content-unreachable" } as const)],
  ])("says nothing of %s", async (_, result) => {
    const fake = fakeContext();
    const view = render(above(fake, true));
    (await nth(fake, 1)).answer(result);
    await pause();
    expect(view.container.textContent).toBe("");
  });
});

describe("its place in the search box", () => {
  const results: SearchResults = {
    query: { text: "", locale: "en" },
    articles: [hit("a")],
    total: 1,
    corrections: [],
    nearest: [],
  };
  const model = (text: string, parts: Partial<SearchModel> = {}): SearchModel => ({
    ...searchModel(text),
    pending: false,
    current: true,
    outcome: { status: "answered", results },
    ...parts,
  });
  const slot = ({ context }: Fake, state: SearchModel) => (
    <WordingContext.Provider value={{ t: en, locale: "en" }}>
      <AnswerSlot context={context} model={state} onFollow={onFollow} />
    </WordingContext.Provider>
  );

  it("asks a question that stands, in the section that is searched", async () => {
    const fake = fakeContext({ section: "orders" });
    const view = render(slot(fake, model("where is my order", { scoped: true })));
    const question = await nth(fake, 1);
    expect(question.query).toEqual({ text: "where is my order", locale: "en", section: "orders" });
    question.answer(ok(quoted("Soon.")));
    await view.findByText("Soon.");
  });

  it("drops the answer when something else is asked", async () => {
    const fake = fakeContext();
    const view = render(slot(fake, model("where is my order")));
    (await nth(fake, 1)).answer(ok(quoted("Soon.")));
    await view.findByText("Soon.");
    view.rerender(slot(fake, model("where is my other order")));
    expect(view.queryByText("Soon.")).toBeNull();
    expect((await nth(fake, 2)).query.text).toBe("where is my other order");
  });

  it.each([
    ["words are looked for", model("parcel"), {}],
    ["a question is still being typed", model("where is my order", { whole: false }), {}],
    ["an input method is at work", model("where is my order", { composing: true }), {}],
    ["the site gives no answers", model("where is my order"), { ask: undefined }],
  ])("asks nothing while %s", async (_, state, page) => {
    const fake = fakeContext(page as object);
    render(slot(fake, state));
    await pause();
    expect(fake.asked).toHaveLength(0);
  });
});
