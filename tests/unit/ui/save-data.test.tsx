// @vitest-environment happy-dom
import { cleanup, fireEvent, render, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createDeviceStore } from "../../../src/ui/behaviour/device-store";
import { SaveData } from "../../../src/ui/data/save-data";

beforeEach(() => localStorage.clear());
afterEach(cleanup);

it("remembers that data is to be saved, and takes back what was agreed to before", async () => {
  const store = createDeviceStore("/help/");
  store.set("searchModel", true);
  store.set("readerModel", true);
  const onChange = vi.fn();
  const view = render(<SaveData store={store} onChange={onChange} />);
  const box = view.getByRole("checkbox", { name: /Save data/ }) as HTMLInputElement;
  expect(box.checked).toBe(false);
  fireEvent.click(box);
  expect([store.get("saveData"), store.get("searchModel"), store.get("readerModel")]).toEqual([
    true,
    undefined,
    undefined,
  ]);
  await waitFor(() => expect(box.checked).toBe(true));
  fireEvent.click(box);
  expect(store.get("saveData")).toBeUndefined();
  expect(onChange).toHaveBeenCalledTimes(2);
});

it("shows what was chosen at an earlier visit", () => {
  const store = createDeviceStore("/help/");
  store.set("saveData", true);
  const view = render(<SaveData store={store} onChange={() => undefined} />);
  expect((view.getByRole("checkbox") as HTMLInputElement).checked).toBe(true);
});
