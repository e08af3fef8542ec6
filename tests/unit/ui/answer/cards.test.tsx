// @vitest-environment happy-dom
import { cleanup, fireEvent, render, waitFor } from "@testing-library/preact";
import type { ComponentChildren } from "preact";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Quotation } from "../../../../src/domain/answer";
import { withSource } from "../../../../src/ui/answer/copy-source";
import { NotCoveredCard } from "../../../../src/ui/answer/not-covered-card";
import { quotedLines } from "../../../../src/ui/answer/quotation-text";
import { QuotedCard } from "../../../../src/ui/answer/quoted-card";
import { AnswerWordsContext } from "../../../../src/ui/answer/words-context";
import { answerEn } from "../../../../src/ui/strings/answer-en";
import { WordingContext } from "../../../../src/ui/strings/context";
import { en } from "../../../../src/ui/strings/en";
import { hit, notCovered, quotation, quoted } from "./answers";
import { PAGE_LINKS } from "./fake-client";

function show(card: ComponentChildren) {
  return render(
    <WordingContext.Provider value={{ t: en, locale: "en" }}>
      <AnswerWordsContext.Provider value={answerEn}>{card}</AnswerWordsContext.Provider>
    </WordingContext.Provider>,
  );
}

beforeEach(() => {
  document.body.innerHTML = PAGE_LINKS;
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("quotedLines", () => {
  const steps: Pick<Quotation, "text" | "form" | "highlight"> = {
    text: "1. Open it.\n2. Turn it.",
    form: "steps",
    highlight: [3, 18],
  };

  it("gives each step its number and its share of the highlight", () => {
    expect(quotedLines(steps)).toEqual([
      { number: 1, text: "Open it.", mark: [0, 8] },
      { number: 2, text: "Turn it.", mark: [0, 3] },
    ]);
  });

  it("gives each line its share of what is spoken, too", () => {
    expect(quotedLines(steps, [0, 11]).map(({ spoken }) => spoken)).toEqual([[0, 8], undefined]);
  });

  it("leaves numbers in sentences where they are", () => {
    expect(quotedLines({ ...steps, form: "sentences" })[1]).toEqual({ text: "2. Turn it.", mark: [0, 6] });
  });

  it("marks nothing in lines outside the highlight", () => {
    expect(quotedLines({ text: "a\nbc\nd", form: "sentences", highlight: [2, 4] })).toEqual([
      { text: "a" },
      { text: "bc", mark: [0, 2] },
      { text: "d" },
    ]);
  });
});

describe("the card of a quotation", () => {
  it("shows the words as they are, with the very answer marked", () => {
    const text = "It comes in two days. Or three.";
    const { container } = show(
      <QuotedCard answer={quoted(text, { quotation: quotation(text, { highlight: [12, 20] }) })} base="/help/" />,
    );
    expect(container.querySelector("blockquote")?.textContent).toBe(text);
    expect(container.querySelector("mark")?.textContent).toBe("two days");
  });

  it("shows steps as the list they are", () => {
    const text = "2. Open it.\n3. Turn it.";
    const { container } = show(
      <QuotedCard answer={quoted(text, { quotation: quotation(text, { form: "steps" }) })} base="/help/" />,
    );
    const items = [...container.querySelectorAll<HTMLLIElement>("ol > li")];
    expect(items.map((item) => [item.value, item.textContent])).toEqual([
      [2, "Open it."],
      [3, "Turn it."],
    ]);
  });

  it("names its source with section, headings and dates, and leads to the words in it", () => {
    const view = show(
      <QuotedCard
        answer={quoted("Soon.", { quotation: quotation("Soon.", { validUntil: "2026-01-01" }) })}
        base="/help/"
      />,
    );
    const source = view.container.querySelector(".answer-source")?.textContent;
    expect(source).toContain("From “Track an order”");
    expect(source).toContain("Orders › By parcel");
    expect(source).toContain("Updated Nov 2, 2026");
    expect(source).toContain("Valid until Jan 1, 2026 · May be out of date");
    const link = view.getByRole("link", { name: "Read it in the article" });
    expect(link.getAttribute("href")).toBe("/help/en/orders/track/#ph-quote=by-parcel,Soon.,");
  });

  it("says who answered in an attribute only, and how sure it is only when it is not", () => {
    const sure = show(<QuotedCard answer={quoted("Soon.", { by: "reader" })} base="/help/" />);
    expect(sure.container.querySelector(".answer")?.getAttribute("data-by")).toBe("reader");
    expect(sure.container.textContent).not.toContain("exactly what you asked");
    cleanup();
    const unsure = show(<QuotedCard answer={quoted("Soon.", { confidence: 0.6 })} base="/help/" />);
    expect(unsure.container.textContent).toContain(answerEn.answerUnsure);
  });

  it("offers the article's cards and other articles; above results, the cards only", () => {
    const answer = quoted("Soon.", {
      actions: [{ anchor: "action-a", title: "Start a return" }],
      others: [hit("pay"), hit("cancel")],
    });
    const full = show(<QuotedCard answer={answer} base="/help/" />);
    expect(full.getByRole("link", { name: "Start a return" }).getAttribute("href")).toBe(
      "/help/en/orders/track/#action-a",
    );
    expect(full.getByRole("link", { name: "About pay" }).getAttribute("href")).toBe("/help/en/orders/pay/#here");
    cleanup();
    const compact = show(<QuotedCard answer={answer} base="/help/" compact />);
    expect(compact.getByRole("link", { name: "Start a return" })).toBeTruthy();
    expect(compact.queryByText("About pay")).toBeNull();
    expect(compact.queryByText(answerEn.answerHelped)).toBeNull();
  });

  it("copies words, title and whole address, and says so", async () => {
    const writeText = vi.fn(async () => undefined);
    vi.stubGlobal("navigator", { ...navigator, clipboard: { writeText } });
    const answer = quoted("Soon.");
    const view = show(<QuotedCard answer={answer} base="/help/" />);
    fireEvent.click(view.getByRole("button", { name: "Copy with source" }));
    await view.findByRole("button", { name: "Copied" });
    expect(writeText).toHaveBeenCalledWith(withSource(answer.quotation, "/help/", location.origin));
    expect(withSource(answer.quotation, "/help/", "https://x.example")).toBe(
      "Soon.\n\nTrack an order\nhttps://x.example/help/en/orders/track/#by-parcel",
    );
    expect(view.getAllByRole("status").map((status) => status.textContent)).toContain("Copied");
  });

  it("asks whether it helped; a no leads to a person with the question", async () => {
    const view = show(<QuotedCard answer={quoted("Soon.")} base="/help/" />);
    fireEvent.click(view.getByRole("button", { name: "No" }));
    const link = (await view.findByRole("link", { name: "Ask a person" })) as HTMLAnchorElement;
    expect(new URL(link.href).searchParams.get("q")).toBe("Where is it?");
    await waitFor(() => expect(document.activeElement).toBe(link));
    cleanup();
    const other = show(<QuotedCard answer={quoted("Soon.")} base="/help/" />);
    fireEvent.click(other.getByRole("button", { name: "Yes" }));
    await waitFor(() => expect(document.activeElement?.textContent).toBe(answerEn.answerHelpedYes));
    expect(other.queryByRole("link", { name: "Ask a person" })).toBeNull();
  });
});

describe("the card of no answer", () => {
  it("says so, leads to a person and to search with the question, and names what is nearest", () => {
    const view = show(<NotCoveredCard answer={notCovered({ nearest: [hit("pay")] })} base="/help/" />);
    expect(view.getByText(answerEn.notCoveredTitle)).toBeTruthy();
    const person = view.getByRole("link", { name: "Ask a person" }) as HTMLAnchorElement;
    expect(new URL(person.href).searchParams.get("q")).toBe("Where is it?");
    expect(new URL(person.href).searchParams.get("page")).toBe("/help/en/ask/");
    const search = view.getByRole("link", { name: "Search for it" }) as HTMLAnchorElement;
    expect(search.href).toBe("https://x.example/help/en/search/?q=Where%20is%20it%3F");
    expect(view.getByRole("link", { name: "About pay" })).toBeTruthy();
    expect(view.container.querySelector("blockquote")).toBeNull();
  });
});
