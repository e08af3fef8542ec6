// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { enableArticle } from "../../../src/ui/behaviour/article";
import { createDeviceStore } from "../../../src/ui/behaviour/device-store";
import { rememberedHome } from "../../../src/ui/behaviour/language";
import { barAddress } from "../../../src/ui/behaviour/page-visit";
import { enableSearchLauncher, opensSearch } from "../../../src/ui/behaviour/search-launcher";
import { enableTabs, nextTab } from "../../../src/ui/behaviour/tabs";
import { hasPassed } from "../../../src/ui/behaviour/valid-until";
import { renderPage } from "../../../src/ui/render";
import { pageOf } from "./page-fixtures";

const VISIT = { address: barAddress, lifetime: new AbortController().signal };

beforeEach(() => {
  localStorage.clear();
  document.body.replaceChildren();
});

describe("hasPassed", () => {
  it.each([
    ["2025-06-30", new Date(2025, 5, 30, 23, 59), false],
    ["2025-06-30", new Date(2025, 6, 1), true],
    ["2025-12-31", new Date(2026, 0, 1), true],
    ["not a date", new Date(2026, 0, 1), false],
  ])("%s", (date, now, expected) => expect(hasPassed(date, now)).toBe(expected));
});

describe("rememberedHome", () => {
  const page = {
    base: "/",
    locale: "en",
    locales: [
      { locale: "en", home: "/en/" },
      { locale: "zh", home: "/zh/" },
    ],
    kind: "home",
    title: "",
    root: true,
  } as const;

  it("forwards from the root only, and only to a language there is", () => {
    expect(rememberedHome(page, "zh")).toBe("/zh/");
    expect(rememberedHome(page, "en")).toBeUndefined();
    expect(rememberedHome(page, "fr")).toBeUndefined();
    expect(rememberedHome(page, undefined)).toBeUndefined();
    expect(rememberedHome({ ...page, root: false }, "zh")).toBeUndefined();
  });
});

describe("search launcher", () => {
  function press(init: KeyboardEventInit, target: EventTarget = document.body): boolean {
    let result = false;
    target.addEventListener("keydown", (event) => {
      result = opensSearch(event as KeyboardEvent);
    });
    target.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, ...init }));
    return result;
  }

  it.each([
    [{ key: "/" }, true],
    [{ key: "k", ctrlKey: true }, true],
    [{ key: "K", metaKey: true }, true],
    [{ key: "k" }, false],
    [{ key: "/", ctrlKey: true }, false],
    [{ key: "k", ctrlKey: true, shiftKey: true }, false],
  ])("%o", (init, expected) => expect(press(init)).toBe(expected));

  it.each(["input", "textarea", "select"])("never takes a key from a %s", (name) => {
    const field = document.createElement(name);
    document.body.append(field);
    expect(press({ key: "/" }, field)).toBe(false);
    expect(press({ key: "k", ctrlKey: true }, field)).toBe(false);
  });

  it("opens from the header and takes over what is typed on the home page", () => {
    document.body.innerHTML = renderPage(pageOf("home", "en"));
    const open = vi.fn();
    enableSearchLauncher(open, () => undefined, new AbortController().signal);
    document.querySelector<HTMLElement>("a[data-open-search]")?.click();
    expect(open).toHaveBeenLastCalledWith();
    const input = document.querySelector<HTMLInputElement>("#home-search");
    if (!input) throw new Error("no field");
    input.value = "ref";
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    expect(open).toHaveBeenLastCalledWith("ref");
    input.focus();
    expect(open).toHaveBeenCalledTimes(2);
  });
});

describe("tabs", () => {
  const group = (labels: string[]) =>
    `<div class="tabs">${labels.map((label) => `<section class="tab" data-label="${label}"><p class="tab-label">${label}</p><p>About ${label}</p></section>`).join("")}</div>`;
  const shown = () => [...document.querySelectorAll<HTMLElement>(".tab:not([hidden])")].map((tab) => tab.dataset.label);

  it("follow the ARIA pattern, move together by label and are remembered", () => {
    const html = group(["Mac", "Windows"]) + group(["Windows", "Mac", "Linux"]) + group(["A", "B"]);
    document.body.innerHTML = html;
    enableTabs(document.body, createDeviceStore("/"), VISIT);
    expect(shown()).toEqual(["Mac", "Windows", "A"]);
    const [, windows] = [...document.querySelectorAll<HTMLElement>("[role=tab]")];
    windows?.click();
    expect(shown()).toEqual(["Windows", "Windows", "A"]);
    expect(windows?.getAttribute("aria-selected")).toBe("true");
    const panel = document.getElementById(windows?.getAttribute("aria-controls") ?? "");
    expect(panel?.getAttribute("aria-labelledby")).toBe(windows?.id);

    document.body.innerHTML = html;
    enableTabs(document.body, createDeviceStore("/"), VISIT);
    expect(shown()).toEqual(["Windows", "Windows", "A"]);
  });

  it("move with the arrow keys, mirrored from right to left", () => {
    expect(nextTab("ArrowRight", 2, 3, false)).toBe(0);
    expect(nextTab("ArrowLeft", 0, 3, false)).toBe(2);
    expect(nextTab("ArrowLeft", 0, 3, true)).toBe(1);
    expect(nextTab("End", 0, 3, false)).toBe(2);
    expect(nextTab("x", 0, 3, false)).toBeUndefined();
  });
});

describe("article", () => {
  it("gets copy buttons and heading links, and is remembered", () => {
    const page = pageOf("article", "en");
    document.body.innerHTML = renderPage(page);
    const store = createDeviceStore("/help/");
    const data = {
      base: "/help/",
      locale: "en",
      locales: [],
      kind: "article",
      title: "T",
      article: page.article.id,
    } as const;
    enableArticle(data, store, VISIT);
    expect(document.querySelectorAll(".prose .code-block .copy-button")).toHaveLength(1);
    const links = [...document.querySelectorAll(".prose .heading-link")];
    expect(links.map((link) => link.getAttribute("aria-label"))).toEqual([
      "Copy link to this heading: 费用",
      "Copy link to this heading: B",
    ]);
    expect(document.querySelector(".prose h2")?.textContent).toBe("费用");
    expect(store.get("recentlyRead")?.[0]).toMatchObject({ id: page.article.id, title: "T" });
  });
});
