// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { markQuotation } from "../../../../src/ui/answer/mark-quotation";
import { quoteHref } from "../../../../src/ui/answer/quote-link";
import { createDeviceStore } from "../../../../src/ui/behaviour/device-store";
import { barAddress } from "../../../../src/ui/behaviour/page-visit";
import { enableTabs } from "../../../../src/ui/behaviour/tabs";
import { renderPage } from "../../../../src/ui/render";
import { pageOf } from "../page-fixtures";

const VISIT = { address: barAddress, lifetime: new AbortController().signal };

const HTML = `<p>Intro.</p><h2 id="b">B</h2><p>It is <b>free</b> today.</p>
<details><summary>More</summary><p>Hidden words.</p></details>
<div class="tabs"><div class="tab" data-label="One"><p>In one.</p></div><div class="tab" data-label="Two"><p>In two.</p></div></div>`;

function open(text: string, anchor = "b"): HTMLElement {
  const page = pageOf("article", "en");
  document.body.innerHTML = renderPage({ ...page, article: { ...page.article, html: HTML } });
  location.hash = new URL(quoteHref("/help/", { article: "en/a", anchor, text }), "https://x.example").hash;
  const prose = document.querySelector<HTMLElement>("[data-prose]")!;
  enableTabs(prose, createDeviceStore("/help/"), VISIT);
  return prose;
}

const marked = () => [...document.querySelectorAll("mark.quoted")].map((mark) => mark.textContent).join("");
const bar = () => document.querySelector<HTMLElement>("body > [data-quotation]");

beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn();
});
afterEach(() => {
  location.hash = "";
  markQuotation(document.body, VISIT);
});

describe("markQuotation", () => {
  it("marks the words, scrolls to them and moves the focus to their block", () => {
    const prose = open("It is free today.");
    markQuotation(prose, VISIT);
    expect(marked()).toBe("It is free today.");
    expect(document.activeElement?.textContent).toBe("It is free today.");
    expect(Element.prototype.scrollIntoView).toHaveBeenCalledWith({ block: "center" });
    expect(bar()?.textContent?.trim()).toBe("The quoted text is marked.");
  });

  it.each([
    ["the button", () => bar()?.querySelector("button")?.click()],
    ["Escape", () => dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }))],
  ])("%s takes the mark away and leaves an address of the section", (_, dismiss) => {
    markQuotation(open("It is free today."), VISIT);
    dismiss();
    expect(marked()).toBe("");
    expect(bar()).toBeNull();
    expect(location.hash).toBe("#b");
  });

  it("opens what hides the words", () => {
    markQuotation(open("Hidden words."), VISIT);
    expect(document.querySelector<HTMLDetailsElement>("[data-prose] details")?.open).toBe(true);
    markQuotation(open("In two."), VISIT);
    const [one, two] = document.querySelectorAll<HTMLElement>(".tab");
    expect([one?.hidden, two?.hidden]).toEqual([true, false]);
  });

  it("shows the section and says so when the words are gone", () => {
    markQuotation(open("Nothing of the kind."), VISIT);
    expect(marked()).toBe("");
    expect(document.activeElement?.id).toBe("b");
    expect(bar()?.textContent?.trim()).toBe("The quoted words are no longer in this article.");
    bar()?.querySelector("button")?.click();
    expect(bar()).toBeNull();
  });

  it("marks one quotation at a time", () => {
    const prose = open("It is free today.");
    markQuotation(prose, VISIT);
    location.hash = new URL(quoteHref("/", { article: "a", anchor: "", text: "Intro." }), "https://x.example").hash;
    markQuotation(prose, VISIT);
    expect(marked()).toBe("Intro.");
    expect(document.querySelectorAll("body > [data-quotation]")).toHaveLength(1);
  });
});
