// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import type { SiteUpdates } from "../../../../src/client/site-updates";
import type { Notice } from "../../../../src/domain/notice";
import { createDeviceStore } from "../../../../src/ui/behaviour/device-store";
import { noticeElements } from "../../../../src/ui/notices/notice-elements";
import { showNotices } from "../../../../src/ui/notices/show-notices";
import type { PageData } from "../../../../src/ui/page-model";

const PAGE = { base: "/", locale: "en", kind: "home" } as PageData;
const one: Notice = {
  id: "one",
  hash: "1",
  sections: [],
  severity: "warning",
  title: "Strike",
  body: [["p", "", ["Late."]]],
};
const two: Notice = { id: "two", hash: "2", sections: [], severity: "info", body: [["p", "", ["New."]]] };
const updates = (notices: readonly Notice[]): SiteUpdates => ({
  notices: async () => notices,
  revisions: async () => undefined,
});

beforeEach(() => {
  document.body.innerHTML = '<header></header><div class="columns"><main tabindex="-1"><h1>Home</h1></main></div>';
  localStorage.clear();
});

async function show(notices: readonly Notice[], store = createDeviceStore("/")) {
  vi.useFakeTimers();
  await showNotices(PAGE, store, updates(notices), new Date());
  const early = document.querySelector(".notices [role=status]")?.textContent;
  vi.runAllTimers();
  vi.useRealTimers();
  return { store, early };
}
const texts = () => [...document.querySelectorAll(".notice-body")].map((element) => element.textContent);

test("notices stand above the page, in a region that was there empty before", async () => {
  const { early } = await show([one, two]);
  expect(early).toBe("");
  expect(texts()).toEqual(["Important: StrikeLate.", "New."]);
  expect(document.querySelector(".notices")?.nextElementSibling?.className).toBe("columns");
});

test("dismissed ones stay away, on this device, until they change", async () => {
  const { store } = await show([one, two]);
  document.querySelector<HTMLButtonElement>(".notice button")!.click();
  expect(texts()).toEqual(["New."]);
  expect(document.activeElement?.closest(".notice")?.textContent).toContain("New.");
  document.querySelector<HTMLButtonElement>(".notice button")!.click();
  expect(document.querySelector(".notices")).toBeNull();
  expect(document.activeElement?.tagName).toBe("MAIN");
  expect(store.get("dismissedNotices")).toEqual({ one: "1", two: "2" });
  await show([one, { ...two, hash: "3" }], store);
  expect(texts()).toEqual(["New."]);
});

test("nodes become elements; addresses that could run script do not", () => {
  const box = document.createElement("div");
  box.append(
    ...noticeElements([
      [
        "p",
        "",
        [
          ["a", "javascript:alert(1)", ["x"]],
          ["a", "https://a.example/", ["y"]],
          ["script" as "p", "", ["z"]],
        ],
      ],
    ]),
  );
  expect(box.innerHTML).toBe('<p><a>x</a><a href="https://a.example/" rel="noopener noreferrer">y</a>z</p>');
});
