// @vitest-environment happy-dom
import { cleanup, fireEvent, render, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Settable, watchable } from "../../../src/client/watchable";
import type { AppError } from "../../../src/domain/errors";
import { err, ok, type Result } from "../../../src/domain/result";
import type { SearchQuery, SearchResults } from "../../../src/domain/search";
import { createDeviceStore } from "../../../src/ui/behaviour/device-store";
import { SearchBox } from "../../../src/ui/search/search-box";
import type { MeaningState, ReaderState, SearchClient } from "../../../src/ui/search/search-client";
import { WordingContext } from "../../../src/ui/strings/context";
import { en } from "../../../src/ui/strings/en";

type Outcome = Result<SearchResults, AppError>;

/** A client that answers when the test says so. */
function fakeClient(meaning: Settable<MeaningState>) {
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
    meaning,
    loadEncoder: vi.fn(),
    ask: vi.fn(),
    reader: watchable<ReaderState>({ status: "off" }),
    loadReader: vi.fn(),
    stopReader: vi.fn(),
    prepare: vi.fn(),
    close: vi.fn(),
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
      because: "words" as const,
      hits: [{ passage: "p", anchor: "here", headings: [], snippet: { text: `About ${title}`, marks: [] }, score: 1 }],
    })),
    total: titles.length,
    corrections: [],
    nearest: titles.length > 0 ? [] : [{ article: "en/s/near", title: "Near enough" }],
  });
}

function show(initialText = "") {
  const meaning = watchable<MeaningState>({ status: "off" });
  const { client, asked } = fakeClient(meaning);
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
  return { view, input, type, asked, last, context, onChoose, client, meaning };
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

describe("search by meaning", () => {
  const ready: MeaningState = { status: "ready", locales: ["en"] };
  const titlesIn = (view: ReturnType<typeof show>["view"]) =>
    view.queryAllByRole("option").map((option) => option.querySelector(".result-title")?.textContent);
  const asking = (asked: ReturnType<typeof show>["asked"], count: number) =>
    waitFor(() => {
      expect(asked).toHaveLength(count);
      return asked[count - 1]!;
    });

  it("asks half a word at once, and the whole text when typing pauses", async () => {
    const { type, asked, view } = show();
    type("return");
    const half = await asking(asked, 1);
    expect(half.query.partial).toBe(true);
    half.answer(found(half.query, "One"));
    await view.findByRole("option");
    const whole = await asking(asked, 2);
    expect(whole.query).toMatchObject({ text: "return", partial: false });
  });

  it("does not say that half a word finds nothing", async () => {
    const { type, asked, view } = show();
    type("retu");
    const half = await asking(asked, 1);
    half.answer(found(half.query));
    const whole = await asking(asked, 2);
    expect(view.queryByText(/Nothing found/)).toBeNull();
    whole.answer(found(whole.query));
    expect((await view.findAllByText(/Nothing found/)).length).toBeGreaterThan(0);
  });

  it("asks the whole text at once on Enter when there is nothing to open", async () => {
    const { type, asked, input } = show();
    type("retu");
    const half = await asking(asked, 1);
    half.answer(found(half.query));
    fireEvent.keyDown(input, { key: "Enter" });
    await waitFor(() => expect(asked[1]?.query.partial).toBe(false), { timeout: 150 });
  });

  it("asks again when the encoder has come, and takes the better order while nobody has touched the list", async () => {
    const { asked, view, meaning } = show("return");
    const first = await asking(asked, 1);
    first.answer(found(first.query, "One", "Two"));
    await view.findAllByRole("option");
    meaning.set(ready);
    const second = await asking(asked, 2);
    second.answer(found(second.query, "Three", "One"));
    await waitFor(() => expect(titlesIn(view)).toEqual(["Three", "One"]));
  });

  it("leaves a list that was touched in its order, and what was chosen chosen", async () => {
    const { asked, view, meaning, input } = show("return");
    const first = await asking(asked, 1);
    first.answer(found(first.query, "One", "Two"));
    await view.findAllByRole("option");
    fireEvent.keyDown(input, { key: "ArrowDown" });
    meaning.set(ready);
    const second = await asking(asked, 2);
    second.answer(found(second.query, "Three", "One"));
    await waitFor(() => expect(titlesIn(view)).toEqual(["One", "Two", "Three"]));
    expect(view.getByRole("option", { selected: true }).textContent).toContain("Two");
  });

  it("counts a pointer that moves over the list, not one that rests there", async () => {
    const { asked, view, meaning } = show("return");
    const first = await asking(asked, 1);
    first.answer(found(first.query, "One", "Two"));
    const [option] = await view.findAllByRole("option");
    const move = (movementX: number) =>
      option!.dispatchEvent(Object.assign(new Event("pointermove", { bubbles: true }), { movementX, movementY: 0 }));
    move(0);
    meaning.set(ready);
    const second = await asking(asked, 2);
    second.answer(found(second.query, "Two", "One"));
    await waitFor(() => expect(titlesIn(view)).toEqual(["Two", "One"]));
    view
      .getAllByRole("option")[0]!
      .dispatchEvent(Object.assign(new Event("pointermove", { bubbles: true }), { movementX: 3, movementY: 0 }));
    meaning.set({ status: "ready", locales: ["en", "zh"] });
    const third = await asking(asked, 3);
    third.answer(found(third.query, "One", "Two", "Three"));
    await waitFor(() => expect(titlesIn(view)).toEqual(["Two", "One", "Three"]));
  });

  it("says which results merely mean something similar, to screen readers too, and what that is", async () => {
    const { asked, view } = show("return");
    const { query, answer } = await asking(asked, 1);
    const both = found(query, "One", "Two");
    if (!both.ok) throw new Error();
    const [one, two] = both.value.articles;
    answer(ok({ ...both.value, articles: [one!, { ...two!, because: "meaning" }] }));
    await view.findByRole("option", { name: /Similar meaning.*About Two/ });
    expect(view.getByRole("option", { name: /About One/ }).textContent).not.toContain("Similar meaning");
    expect(view.getByText(/it is about the same/)).toBeTruthy();
  });

  it("shows articles of another language apart, under its name and marked as such", async () => {
    const { asked, view } = show("router");
    const { query, answer } = await asking(asked, 1);
    const none = found(query);
    const other = found(query, "路由器");
    if (!none.ok || !other.ok) throw new Error();
    answer(ok({ ...none.value, otherLanguage: { locale: "zh", articles: other.value.articles } }));
    const section = await view.findByRole("region", { name: "In Chinese" });
    const link = section.querySelector("a")!;
    expect([link.lang, link.hreflang, link.textContent]).toEqual(["zh-CN", "zh-CN", "路由器About 路由器"]);
    expect(view.getAllByRole("status")[0]!.textContent).toContain("In Chinese");
  });

  it("says quietly that only words are compared, and tries again when told to", async () => {
    const { asked, view, meaning, client } = show("return");
    const { query, answer } = await asking(asked, 1);
    answer(found(query, "One"));
    await view.findByRole("option");
    expect(view.queryByText(/Searching by words only/)).toBeNull();
    meaning.set({ status: "unavailable", error: { code: "encoder-unreachable" } });
    await view.findByText(/Searching by words only: the search model could not be loaded/);
    expect(view.queryByRole("alert")).toBeNull();
    fireEvent.click(view.getByText("Try again"));
    await waitFor(() => expect(client.loadEncoder).toHaveBeenCalledOnce());
    dispatchEvent(new Event("online"));
    await waitFor(() => expect(client.loadEncoder).toHaveBeenCalledTimes(2));
  });

  it("offers the model with its size where the device saves data, and remembers the answer", async () => {
    const { asked, view, meaning, client, context } = show("return");
    const { query, answer } = await asking(asked, 1);
    answer(found(query, "One"));
    await view.findByRole("option");
    meaning.set({ status: "offered", bytes: 6_200_000 });
    await view.findByText(/a model of 6\.2 MB/);
    expect(client.loadEncoder).not.toHaveBeenCalled();
    fireEvent.click(view.getByText("Load it"));
    await waitFor(() => expect(client.loadEncoder).toHaveBeenCalledOnce());
    expect(context.store.get("searchModel")).toBe(true);
    meaning.set({ status: "loading", loaded: 3_100_000, total: 6_200_000 });
    await view.findByText("Loading the search model: 3.1 MB of 6.2 MB");
    cleanup();
    const next = show("return");
    await waitFor(() => expect(next.client.loadEncoder).toHaveBeenCalledOnce());
  });
});
