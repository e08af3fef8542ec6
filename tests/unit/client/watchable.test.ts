import { expect, it } from "vitest";
import { watchable } from "../../../src/client/watchable";

it("tells watchers the value as it is and every change, until they stop", () => {
  const value = watchable(1);
  const seen: number[] = [];
  const stop = value.subscribe((now) => seen.push(now));
  value.set(2);
  value.set(2);
  value.set(3);
  stop();
  value.set(4);
  expect([seen, value.value]).toEqual([[1, 2, 3], 4]);
});

it("lets a watcher stop while it is being told", () => {
  const value = watchable(1);
  const seen: string[] = [];
  const stop = value.subscribe((now) => {
    seen.push(`first ${now}`);
    if (now === 2) stop();
  });
  value.subscribe((now) => seen.push(`second ${now}`));
  value.set(2);
  value.set(3);
  expect(seen).toEqual(["first 1", "second 1", "first 2", "second 2", "second 3"]);
});
