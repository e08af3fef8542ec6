import { afterEach, beforeEach, vi } from "vitest";

/** Keeps what each test of a file prints, in place of printing it: `console.log` and `console.error`, line by line. */
export function captureConsole(): { readonly said: string[]; readonly complained: string[] } {
  const said: string[] = [];
  const complained: string[] = [];
  beforeEach(() => {
    said.length = 0;
    complained.length = 0;
    vi.spyOn(console, "log").mockImplementation((text) => said.push(String(text)));
    vi.spyOn(console, "error").mockImplementation((text) => complained.push(String(text)));
  });
  afterEach(() => vi.restoreAllMocks());
  return { said, complained };
}
