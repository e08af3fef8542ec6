// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchIdleness } from "../../../../src/ui/sealed/idle-lock";

const MINUTE = 60_000;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function watched() {
  const onIdle = vi.fn();
  const stop = watchIdleness(10 * MINUTE, onIdle);
  return { onIdle, stop };
}

test("calls back once, after the time without use", () => {
  const { onIdle } = watched();
  vi.advanceTimersByTime(9.9 * MINUTE);
  expect(onIdle).not.toHaveBeenCalled();
  vi.advanceTimersByTime(30 * MINUTE);
  expect(onIdle).toHaveBeenCalledTimes(1);
});

test.each(["pointerdown", "keydown", "wheel", "scroll", "input"])("%s anywhere in the document is use", (name) => {
  const { onIdle, stop } = watched();
  const inner = document.body.appendChild(document.createElement("div"));
  vi.advanceTimersByTime(9 * MINUTE);
  inner.dispatchEvent(new Event(name));
  vi.advanceTimersByTime(9 * MINUTE);
  expect(onIdle).not.toHaveBeenCalled();
  stop();
});

test("time asleep counts: the first look at the clock afterwards, or the first touch, is too late", () => {
  for (const wake of [
    () => document.dispatchEvent(new Event("visibilitychange")),
    () => dispatchEvent(new Event("focus")),
    () => document.body.dispatchEvent(new Event("pointerdown")),
  ]) {
    const { onIdle } = watched();
    // No timer runs while a device sleeps; only the clock goes on.
    vi.setSystemTime(Date.now() + 8 * 60 * MINUTE);
    wake();
    expect(onIdle).toHaveBeenCalledTimes(1);
  }
});

test("ended, it calls nobody", () => {
  const { onIdle, stop } = watched();
  stop();
  vi.advanceTimersByTime(60 * MINUTE);
  document.dispatchEvent(new Event("visibilitychange"));
  expect(onIdle).not.toHaveBeenCalled();
});
