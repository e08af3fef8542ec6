import { expect, it } from "vitest";
import { trim } from "../../../src/sw/trim";

it("removes what was stored first, and nothing that is spared", async () => {
  const stored = ["/a", "/home", "/b", "/c", "/d"].map((path) => ({ url: `https://x.example${path}` }));
  const cache = {
    keys: async () => [...stored],
    delete: async (request: { url: string }) => stored.splice(stored.indexOf(request), 1).length > 0,
  } as unknown as Cache;
  await trim(cache, 3, new Set(["/home"]));
  expect(stored.map(({ url }) => new URL(url).pathname)).toEqual(["/home", "/b", "/c", "/d"]);
  await trim(cache, 3);
  expect(stored.map(({ url }) => new URL(url).pathname)).toEqual(["/b", "/c", "/d"]);
  await trim(cache, 9);
  expect(stored).toHaveLength(3);
});
