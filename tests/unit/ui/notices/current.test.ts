import { expect, test } from "vitest";
import type { Notice } from "../../../../src/domain/notice";
import { currentNotices } from "../../../../src/ui/notices/current";

const notice = (parts: Partial<Notice>): Notice => ({
  id: "strike",
  hash: "abc",
  sections: [],
  severity: "info",
  body: [],
  ...parts,
});
const shown = (parts: Partial<Notice>, now: Date, section?: string, dismissed: Record<string, string> = {}) =>
  currentNotices([notice(parts)], section === undefined ? {} : { section }, dismissed, now).length === 1;

const NOON = new Date(2026, 10, 20, 12);

test("days are the reader's own, the last one whole; moments are the same everywhere", () => {
  expect(shown({ from: "2026-11-20", until: "2026-11-20" }, NOON)).toBe(true);
  expect(shown({ from: "2026-11-21" }, NOON)).toBe(false);
  expect(shown({ until: "2026-11-19" }, NOON)).toBe(false);
  expect(shown({ until: "2026-11-20" }, new Date(2026, 10, 20, 23, 59, 59))).toBe(true);
  expect(shown({ until: "2026-11-20T09:00:00Z" }, new Date("2026-11-20T08:59:59Z"))).toBe(true);
  expect(shown({ until: "2026-11-20T09:00:00Z" }, new Date("2026-11-20T09:00:00Z"))).toBe(false);
});

test("a notice with sections is shown in them and below, one without everywhere", () => {
  expect(shown({ sections: ["orders"] }, NOON, "orders")).toBe(true);
  expect(shown({ sections: ["orders"] }, NOON, "orders/abroad")).toBe(true);
  expect(shown({ sections: ["orders"] }, NOON, "orders-abroad")).toBe(false);
  expect(shown({ sections: ["orders"] }, NOON)).toBe(false);
  expect(shown({}, NOON)).toBe(true);
});

test("one that was dismissed stays away until its words change", () => {
  expect(shown({}, NOON, "orders", { strike: "abc" })).toBe(false);
  expect(shown({}, NOON, "orders", { strike: "older" })).toBe(true);
});
