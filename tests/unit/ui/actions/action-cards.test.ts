// @vitest-environment happy-dom
import { renderToString } from "preact-render-to-string";
import { afterEach, expect, test, vi } from "vitest";
import type { Action } from "../../../../src/domain/action";
import { enableActionCards } from "../../../../src/ui/actions/action-cards";
import { ActionCard } from "../../../../src/ui/components/action-card";

const ACTION: Action = {
  anchor: "action-track",
  title: "Track",
  url: "https://a.example/t?n={n}&p={p}",
  fields: [
    { name: "n", label: "Number", pattern: "[0-9]{3}", hint: "Three digits" },
    { name: "p", label: "Postcode", optional: true },
  ],
};

function card(action: Action = ACTION) {
  document.body.innerHTML = renderToString(ActionCard({ action, locale: "en" }));
  const open = vi.fn();
  enableActionCards(document.body, open);
  const field = (name: string) => document.querySelector<HTMLInputElement>(`input[name=${name}]`)!;
  const type = (name: string, text: string) => {
    field(name).value = text;
    field(name).dispatchEvent(new Event("input", { bubbles: true }));
  };
  const submit = () =>
    document.querySelector("form")!.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  return { open, field, type, submit };
}

afterEach(() => vi.restoreAllMocks());

test("values go percent-encoded into the address, and nothing is sent as a form", () => {
  const { open, type, submit } = card();
  type("n", "１ 2 3");
  type("p", "LS1 4DY");
  expect(submit()).toBe(false);
  expect(open.mock.calls).toEqual([["https://a.example/t?n=123&p=LS1%204DY"]]);
});

test("what does not fit is said at the field, which gets the focus; typing takes the message away", () => {
  const { open, type, submit, field } = card();
  type("n", "12");
  submit();
  expect(open).not.toHaveBeenCalled();
  expect(field("n").getAttribute("aria-invalid")).toBe("true");
  expect(document.activeElement).toBe(field("n"));
  const notes = field("n")
    .getAttribute("aria-describedby")!
    .split(" ")
    .map((id) => document.getElementById(id)?.textContent);
  expect(notes).toEqual(["Three digits", "This does not look right yet."]);
  type("n", "123");
  expect(field("n").hasAttribute("aria-invalid")).toBe(false);
  expect(document.querySelector<HTMLElement>(".field-error")!.hidden).toBe(true);
});

test("offline it says what it needs and keeps what was typed; back online it says so", () => {
  const { open, type, submit, field } = card();
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  type("n", "123");
  submit();
  const status = document.querySelector(".action-status")!;
  expect(status.textContent).toContain("You seem to be offline");
  expect(open).not.toHaveBeenCalled();
  expect(field("n").value).toBe("123");
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(true);
  dispatchEvent(new Event("online"));
  expect(status.textContent).toContain("online again");
  submit();
  expect(open).toHaveBeenCalledOnce();
  expect(status.textContent).toBe("");
});

test("a browser that is wrong about the network can be overruled", () => {
  const { open, type, submit } = card();
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  type("n", "123");
  submit();
  submit();
  expect(open).toHaveBeenCalledOnce();
});

test("an address that needs no network opens offline too", () => {
  const { open, type, submit } = card({ ...ACTION, url: "tel:{n}", fields: [{ name: "n", label: "Extension" }] });
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  type("n", "12");
  submit();
  expect(open.mock.calls).toEqual([["tel:12"]]);
});
