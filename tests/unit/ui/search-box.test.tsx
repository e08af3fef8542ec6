// @vitest-environment happy-dom
import { cleanup, fireEvent, render, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { AppError } from "../../../src/domain/errors";
import { err, ok, type Result } from "../../../src/domain/result";
import type { SearchQuery, SearchResults } from "../../../src/domain/search";
import { createDeviceStore } from "../../../src/ui/behaviour/device-store";
import { SearchBox } from "../../../src/ui/search/search-box";
import type { SearchClient } from "../../../src/ui/search/search-client";
import { WordingContext } from "../../../src/ui/strings/context";
import { en } from "../../../src/ui/strings/en";

type Outcome = Result<SearchResults, AppError>;

/** A client that answers when the test says so. */
function fakeClient() {
  const asked: { query: SearchQuery; signal: AbortSignal; answer: (outcome: Outcome) => void }[] = [];
  const client: SearchClient = {
    search: (query, signal) => new Promise((answer) => asked.push({ query, signal, answer })),
    state: {
      value: "loading",
      subscribe: (callback) => {
        callback("loading");
        return () => undefined;
      },
    },
    prepare: vi.fn(),
  };
  return { client, asked };
}

function found(query: SearchQuery, ...titles: string[]): Outcome {
  return ok({
    query,
    articles: titles.map((title) => ({
      article: `en/s/${title}`,
      title: { text: title, marks: [[0, 1]] },
      kind: "faq",
      section: "s",
      sectionTitle: "S",
      score: 1,
      hits: [{ passage: "p", anchor: "here", headings: [], snippet: { text: `About ${title}`, marks: [] }, score: 1 }],
    })),
    total: titles.length,
    corrections: [],
    nearest: titles.length > 0 ? [] : [{ article: "en/s/near", title: "Near enough" }],
  });
}

function show(initialText = "") {
  const { client, asked } = fakeClient();
  const context = {
    page: { base: "/help/", locale: "en", locales: [], kind: "article", title: "", section: "s" } as const,
    store: createDeviceStore("/help/"),
    loadClient: async () => client,
  };
  const onChoose = vi.fn();
  const view = render(
    <WordingContext.Provider value={{ t: en, locale: "en" }}>
      <SearchBox context={context} variant="dialog" initialText={initialText} autoFocus onChoose={onChoose} />
    </WordingContext.Provider>,
  );
  const input = view.getByRole("combobox") as HTMLInputElement;
  const type = (value: string) => fireEvent.input(input, { target: { value } });
  const last = () => waitFor(() => asked.at(-1) ?? Promise.reject(new Error("nothing asked")));
  return { view, input, type, asked, last, context, onChoose };
}

beforeEach(() => {
  localStorage.clear();
  document.body.innerHTML =
    '<main data-section-title="Orders"></main><a data-contact-link href="/help/en/contact/?page=%2Fx">c</a>';
});
afterEach(cleanup);

describe("search box", () => {
  it("answers what was typed while the data loads, and shows that it waits", async () => {
    const { view, type, last } = show();
    type("return");
    const question = await last();
    const waiting = view.getAllByRole("status").find((status) => status.getAttribute("aria-busy") === "true");
    expect(waiting?.textContent).toContain("Getting the articles ready");
    question.answer(found(question.query, "One", "Two"));
    expect(await view.findAllByRole("option")).toHaveLength(2);
    expect(view.getByText("2 articles found")).toBeTruthy();
    expect(view.container.querySelector("mark")?.textContent).toBe("O");
  });

  it("drops the answer to an older question", async () => {
    const { view, type, asked, last } = show();
    type("re");
    const first = await last();
    type("ret");
    await waitFor(() => expect(asked).toHaveLength(2));
    expect(first.signal.aborted).toBe(true);
    asked[1]?.answer(found(asked[1].query, "New"));
    first.answer(found(first.query, "Old"));
    await view.findByRole("option", { name: /New/ });
    expect(view.queryByRole("option", { name: /Old/ })).toBeNull();
  });

  it("moves with the arrows and opens with Enter", async () => {
    const { view, input, last, onChoose, context } = show("return");
    const question = await last();
    question.answer(found(question.query, "One", "Two"));
    const options = await view.findAllByRole("option");
    expect(input.getAttribute("aria-expanded")).toBe("true");
    expect(document.getElementById(input.getAttribute("aria-controls") ?? "")?.getAttribute("role")).toBe("listbox");
    await waitFor(() => expect(input.getAttribute("aria-activedescendant")).toBe(options[0]?.id));
    fireEvent.keyDown(input, { key: "ArrowDown" });
    await waitFor(() => expect(input.getAttribute("aria-activedescendant")).toBe(options[1]?.id));
    expect(options[1]?.getAttribute("href")).toBe("/help/en/s/Two/#here");
    options[1]?.addEventListener("click", (event) => event.preventDefault());
    fireEvent.keyDown(input, { key: "Enter" });
    expect(onChoose).toHaveBeenCalledOnce();
    expect(context.store.get("recentSearches")).toEqual(["return"]);
  });

  it("tells a failure from nothing found, and tries again", async () => {
    const { view, asked, last } = show("return");
    (await last()).answer(err({ code: "content-unreachable" }));
    expect((await view.findByRole("alert")).textContent).toContain("did not arrive");
    expect(view.queryByText(/Nothing found/)).toBeNull();
    fireEvent.click(view.getByText("Try again"));
    await waitFor(() => expect(asked).toHaveLength(2));
    asked[1]?.answer(found(asked[1].query, "One"));
    await view.findByRole("option");
    expect(view.queryByRole("alert")).toBeNull();
  });

  it("offers the nearest titles and a person who gets the question", async () => {
    const { view, last } = show("zeppelin & co");
    const question = await last();
    question.answer(found(question.query));
    const link = (await view.findByText("Ask a person")) as HTMLAnchorElement;
    expect(new URL(link.href).searchParams.get("q")).toBe("zeppelin & co");
    expect(new URL(link.href).searchParams.get("page")).toBe("/x");
    expect(view.getByText("Near enough").getAttribute("href")).toBe("/help/en/s/near/");
  });

  it("asks in the page's section when told to", async () => {
    const { view, last, asked } = show("return");
    const first = await last();
    expect(first.query).toEqual({ text: "return", locale: "en", limit: 10, partial: false });
    fireEvent.click(view.getByText("Only in Orders"));
    await waitFor(() => expect(asked).toHaveLength(2));
    expect(asked[1]?.query.section).toBe("s");
  });

  it("lists recent searches, erasable one by one and all", async () => {
    createDeviceStore("/help/").set("recentSearches", ["delivery", "refund"]);
    const { view, context } = show();
    fireEvent.click(view.getByLabelText("Forget “delivery”"));
    await waitFor(() => expect(view.queryByText("delivery")).toBeNull());
    expect(context.store.get("recentSearches")).toEqual(["refund"]);
    fireEvent.click(view.getByText("Forget all"));
    await waitFor(() => expect(view.queryByText("Recent searches")).toBeNull());
    expect(context.store.get("recentSearches")).toBeUndefined();
  });
});
