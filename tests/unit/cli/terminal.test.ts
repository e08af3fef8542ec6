import { expect, it } from "vitest";
import { count, formatBytes, Progress } from "../../../src/cli/terminal";

it("formatBytes rounds like a file manager", () => {
  expect([0, 999, 1000, 311_600, 999_499, 999_500, 1_440_000].map(formatBytes)).toEqual([
    "0 B",
    "999 B",
    "1 kB",
    "312 kB",
    "999 kB",
    "1.0 MB",
    "1.4 MB",
  ]);
});

it("count minds the plural", () => {
  expect([0, 1, 2].map((n) => count(n, "page"))).toEqual(["0 pages", "1 page", "2 pages"]);
});

it("progress is shown on a terminal, its end in any case, and nowhere else", () => {
  const written = (isTTY: boolean) => {
    const lines: string[] = [];
    const progress = new Progress({
      isTTY,
      write: (text: string) => lines.push(text),
    } as unknown as NodeJS.WriteStream);
    for (let done = 1; done <= 500; done++) progress.update("Reading", done, 500);
    progress.clear();
    return lines;
  };
  expect(written(false)).toEqual([]);
  const lines = written(true);
  expect(lines.slice(-2)).toEqual(["\r\u001b[KReading 500/500", "\r\u001b[K"]);
  expect(lines.length).toBeLessThan(20);
});
