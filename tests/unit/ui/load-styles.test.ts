// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { loadStyles } from "../../../src/ui/behaviour/load-styles";

// Outside the document nothing is fetched: events come from the test alone.
const head = document.createElement("div");
const links = (url: string) => [...head.querySelectorAll("link")].filter((link) => link.getAttribute("href") === url);

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(document.head, "append").mockImplementation((...nodes) => head.append(...nodes));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it("fetches a style sheet once, however often it is wanted, and waits for it", async () => {
  const done = vi.fn();
  void loadStyles("data:text/css,a").then(done);
  expect(loadStyles("data:text/css,a")).toBe(loadStyles("data:text/css,a"));
  expect(links("data:text/css,a")).toHaveLength(1);
  await Promise.resolve();
  expect(done).not.toHaveBeenCalled();
  links("data:text/css,a")[0]?.dispatchEvent(new Event("load"));
  await vi.waitFor(() => expect(done).toHaveBeenCalled());
});

it.each([
  ["one that does not arrive", "data:text/css,b", () => links("data:text/css,b")[0]?.dispatchEvent(new Event("error"))],
  ["one that hangs", "data:text/css,c", () => vi.advanceTimersByTime(3000)],
])("goes on without %s", async (_, url, happen) => {
  const done = vi.fn();
  void loadStyles(url).then(done);
  happen();
  await vi.waitFor(() => expect(done).toHaveBeenCalled());
});
