import { describe, expect, it } from "vitest";
import type { OpeningHours, Weekday } from "../../../src/domain/config";
import { hoursRows, zoneName } from "../../../src/ui/contact/hours-rows";
import { openingState, zonedInstant } from "../../../src/ui/contact/opening-hours";
import { openingWords } from "../../../src/ui/contact/opening-words";
import { en } from "../../../src/ui/strings/en";
import { zh } from "../../../src/ui/strings/zh";

const WEEKDAYS: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri"];

function hours(timeZone: string, from: string, to: string, rest: Partial<OpeningHours> = {}): OpeningHours {
  return { timeZone, open: [{ days: WEEKDAYS, from, to }], closed: [], ...rest };
}

const london = hours("Europe/London", "09:00", "17:00");

function state(schedule: OpeningHours, now: string): string {
  const { open, changes } = openingState(schedule, new Date(now));
  return `${open ? "open" : "closed"} ${changes?.toISOString() ?? "for good"}`;
}

describe("openingState", () => {
  it.each([
    ["winter, inside", london, "2025-01-15T09:00:00Z", "open 2025-01-15T17:00:00.000Z"],
    ["the closing minute is closed", london, "2025-01-15T17:00:00Z", "closed 2025-01-16T09:00:00.000Z"],
    ["summer time is one hour earlier", london, "2025-07-15T08:00:00Z", "open 2025-07-15T16:00:00.000Z"],
    ["before opening", london, "2025-07-15T07:59:00Z", "closed 2025-07-15T08:00:00.000Z"],
    ["Friday evening waits for Monday", london, "2025-01-17T18:00:00Z", "closed 2025-01-20T09:00:00.000Z"],
    ["over the change to summer time", london, "2025-03-28T18:00:00Z", "closed 2025-03-31T08:00:00.000Z"],
    ["over the change to winter time", london, "2025-10-24T17:00:00Z", "closed 2025-10-27T09:00:00.000Z"],
    [
      "another day over there",
      hours("Asia/Shanghai", "09:00", "18:00"),
      "2025-01-15T01:30:00Z",
      "open 2025-01-15T10:00:00.000Z",
    ],
    [
      "Sunday evening here is Monday there",
      hours("Pacific/Auckland", "08:00", "12:00"),
      "2025-01-19T20:00:00Z",
      "open 2025-01-19T23:00:00.000Z",
    ],
    [
      "half-hour zone",
      hours("Asia/Kolkata", "10:00", "19:00"),
      "2025-01-15T04:29:00Z",
      "closed 2025-01-15T04:30:00.000Z",
    ],
    [
      "a holiday",
      { ...london, closed: ["2025-12-25", "2025-12-26"] },
      "2025-12-25T10:00:00Z",
      "closed 2025-12-29T09:00:00.000Z",
    ],
    [
      "past midnight belongs to the day before",
      hours("Europe/London", "20:00", "02:00"),
      "2025-01-18T01:00:00Z",
      "open 2025-01-18T02:00:00.000Z",
    ],
    [
      "until midnight and from midnight is one stretch",
      {
        timeZone: "Europe/London",
        open: [
          { days: ["mon"], from: "18:00", to: "24:00" },
          { days: ["tue"], from: "00:00", to: "06:00" },
        ],
        closed: [],
      },
      "2025-01-13T23:00:00Z",
      "open 2025-01-14T06:00:00.000Z",
    ],
    ["never", { timeZone: "Europe/London", open: [], closed: [] }, "2025-01-13T23:00:00Z", "closed for good"],
    [
      "always",
      {
        timeZone: "Europe/London",
        open: [{ days: [...WEEKDAYS, "sat", "sun"], from: "00:00", to: "24:00" }],
        closed: [],
      },
      "2025-01-13T23:00:00Z",
      "open for good",
    ],
  ] as const satisfies readonly (readonly [string, OpeningHours, string, string])[])(
    "%s",
    (_, schedule, now, expected) => {
      expect(state(schedule, now)).toBe(expected);
    },
  );
});

describe("zonedInstant", () => {
  it("takes a time that the change of clocks skips as the one after it", () => {
    expect(new Date(zonedInstant("2025-03-30", "01:30", "Europe/London")).toISOString()).toMatch(
      /^2025-03-30T0[01]:30/,
    );
  });
});

describe("openingWords", () => {
  const now = new Date("2025-01-17T18:00:00Z");

  it("tells the reader's own time", () => {
    const later = openingState(london, now);
    expect(openingWords(later, now, en, "en", "Europe/London").detail).toBe("opens Monday at 09:00");
    expect(openingWords(later, now, en, "en", "America/New_York").detail).toBe("opens Monday at 04:00");
    expect(openingWords(later, now, zh, "zh", "Asia/Shanghai").detail).toBe("星期一 17:00 开始服务");
  });

  it("says until when, and today", () => {
    const noon = new Date("2025-01-15T12:00:00Z");
    expect(openingWords(openingState(london, noon), noon, en, "en", "Europe/London")).toEqual({
      state: "Open now",
      detail: "until 17:00",
    });
    const early = new Date("2025-01-15T06:00:00Z");
    expect(openingWords(openingState(london, early), early, en, "en", "Europe/London").detail).toBe(
      "opens today at 09:00",
    );
  });
});

describe("hoursRows", () => {
  it("joins equal neighbouring days, Monday first", () => {
    const rows = hoursRows(
      {
        timeZone: "Europe/London",
        open: [
          { days: ["fri", "mon", "tue", "wed", "thu"], from: "13:00", to: "17:00" },
          { days: WEEKDAYS, from: "09:00", to: "12:00" },
          { days: ["sat"], from: "10:00", to: "14:00" },
        ],
        closed: [],
      },
      "en",
    );
    expect(rows).toEqual([
      {
        from: "Mon",
        to: "Fri",
        ranges: [
          { from: "09:00", to: "12:00" },
          { from: "13:00", to: "17:00" },
        ],
      },
      { from: "Sat", to: "Sat", ranges: [{ from: "10:00", to: "14:00" }] },
      { from: "Sun", to: "Sun", ranges: [] },
    ]);
  });

  it("names zones in words, and unknown ones by their id", () => {
    expect(zoneName("Europe/London", "en")).toBe("United Kingdom Time");
    expect(zoneName("Nowhere/Land", "en")).toBe("Nowhere/Land");
  });
});
